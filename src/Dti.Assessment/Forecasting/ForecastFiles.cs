using System.Globalization;
using System.Text;
using Dti.Assessment.Tables;

namespace Dti.Assessment.Forecasting;

/// <summary>
/// Writes <c>forecast.csv</c> and <c>backtest.csv</c>. Numbers in the shortest form that round-trips, line feeds only, so that the same data
/// and seed give the same bytes.
/// </summary>
public static class ForecastFiles
{
    /// <summary>Writes both or, when one cannot be written, leaves the earlier ones as they were.</summary>
    public static void Write(string folder, SeriesForecast forecast)
    {
        Directory.CreateDirectory(folder);
        (string Name, string Text)[] files = [("forecast.csv", Forecast(forecast)), ("backtest.csv", Backtest(forecast))];
        try
        {
            foreach (var (name, text) in files)
                File.WriteAllText(Unfinished(folder, name), text, new UTF8Encoding(false));
            foreach (var (name, _) in files)
                File.Move(Unfinished(folder, name), Path.Combine(folder, name), overwrite: true);
        }
        finally
        {
            foreach (var (name, _) in files)
                File.Delete(Unfinished(folder, name));
        }
    }

    private static string Forecast(SeriesForecast forecast)
    {
        var text = new StringBuilder("unit,code,period,value,low,high,method,reason\n");
        foreach (var row in forecast.Rows)
            Line(text, row.Unit, row.Code, row.Period.ToString(), Number(row.Value), Number(row.Low), Number(row.High), row.Method ?? "", row.Reason ?? "");
        return text.ToString();
    }

    private static string Backtest(SeriesForecast forecast)
    {
        var text = new StringBuilder("method,series,origins,mae,mase,coverage80,chosen\n");
        foreach (var row in forecast.Backtest)
            Line(text, row.Method, Whole(row.Series), Whole(row.Origins), Number(row.Mae), Number(row.Mase), Number(row.Coverage80), row.Chosen ? "true" : "false");
        return text.ToString();
    }

    private static void Line(StringBuilder text, params ReadOnlySpan<string> cells)
    {
        for (int i = 0; i < cells.Length; i++)
            text.Append(i > 0 ? "," : "").Append(Quoted(cells[i]));
        text.Append('\n');
    }

    private static string Number(double? value) => ScoreFiles.Number(value);

    private static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Unfinished(string folder, string name) => Path.Combine(folder, $".{name}.unfinished");
}
