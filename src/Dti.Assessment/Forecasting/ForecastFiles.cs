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
        (string Name, Action<TextWriter, SeriesForecast> Write)[] files = [("forecast.csv", Forecast), ("backtest.csv", Backtest)];
        try
        {
            foreach (var (name, write) in files)
            {
                using var writer = new StreamWriter(Unfinished(folder, name), append: false, new UTF8Encoding(false));
                write(writer, forecast);
            }
            foreach (var (name, _) in files)
                File.Move(Unfinished(folder, name), Path.Combine(folder, name), overwrite: true);
        }
        finally
        {
            foreach (var (name, _) in files)
                File.Delete(Unfinished(folder, name));
        }
    }

    private static void Forecast(TextWriter text, SeriesForecast forecast)
    {
        text.Write("unit,code,period,value,low,high,method,reason\n");
        foreach (var row in forecast.Rows)
            Line(text, row.Unit, row.Code, row.Period.ToString(), Number(row.Value), Number(row.Low), Number(row.High), row.Method ?? "", row.Reason ?? "");
    }

    private static void Backtest(TextWriter text, SeriesForecast forecast)
    {
        text.Write("method,series,origins,mae,mase,coverage80,chosen\n");
        foreach (var row in forecast.Backtest)
            Line(text, row.Method, Whole(row.Series), Whole(row.Origins), Number(row.Mae), Number(row.Mase), Number(row.Coverage80), row.Chosen ? "true" : "false");
    }

    private static void Line(TextWriter text, params ReadOnlySpan<string> cells)
    {
        for (int i = 0; i < cells.Length; i++)
        {
            text.Write(i > 0 ? "," : "");
            text.Write(Quoted(cells[i]));
        }
        text.Write('\n');
    }

    private static string Number(double? value) => ScoreFiles.Number(value);

    private static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Unfinished(string folder, string name) => Path.Combine(folder, $".{name}.unfinished");
}
