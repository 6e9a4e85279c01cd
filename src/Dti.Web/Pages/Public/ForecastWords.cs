using Dti.Assessment.Forecasting;

namespace Dti.Web.Pages.Public;

internal static class ForecastWords
{
    public static string Method(string code) => ForecastNames.Alone(code);
}
