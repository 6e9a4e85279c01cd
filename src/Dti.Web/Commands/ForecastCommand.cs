using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Dti.Assessment.Forecasting;

namespace Dti.Web.Commands;

/// <summary>Forecasts series without any store.</summary>
internal static class ForecastCommand
{
    public static Command Create()
    {
        var data = new Option<string>("--data") { Required = true, HelpName = "CSV", Description = "The series: unit,code,period,value; a period is 2024, 2024-q1 or 2024q1. In an optional column break, 1 or a reason starts a series anew." };
        var output = new Option<string>("--out") { Required = true, HelpName = "DIR", Description = "Where forecast.csv and backtest.csv go." }.NotEmpty();
        var horizon = new Option<int>("--horizon") { HelpName = "N", Description = "How many periods after each series' last, 1 to 20.", DefaultValueFactory = _ => 1 };
        var seed = new Option<long>("--seed") { HelpName = "S", Description = "The same data and seed give the same files.", DefaultValueFactory = _ => 1 };
        var scale = new Option<double?>("--scale") { HelpName = "MAX", Description = "Values lie between 0 and MAX; forecasts and intervals then do too.", CustomParser = Scale };
        horizon.Validators.Add(result =>
        {
            // A text that is no number has its own message already.
            if (result.Tokens.Count > 0 && int.TryParse(result.Tokens[0].Value, out int periods) && periods is < 1 or > SeriesForecast.MostHorizon)
                result.AddError($"--horizon {periods}: from 1 to {SeriesForecast.MostHorizon} periods can be forecast");
        });
        var command = new Command("forecast", "Forecasts series without any store.") { data, output, horizon, seed, scale };
        command.SetAction(parse => Run(parse.GetRequiredValue(data), parse.GetRequiredValue(output), parse.GetValue(horizon), parse.GetValue(seed), parse.GetValue(scale)));
        return command;
    }

    private static double? Scale(ArgumentResult argument)
    {
        string text = argument.Tokens.Count > 0 ? argument.Tokens[^1].Value : "";
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double most) && most is > 0 and <= 1e100)
            return most;
        argument.AddError($"--scale {text}: give the most a value can be, above 0 and up to 1e100, with a decimal point, such as 1000 or 1.5");
        return null;
    }

    private static int Run(string file, string folder, int horizon, long seed, double? scaleMax)
    {
        var series = SeriesFile.Read(file);
        if (series.Faults.Count > 0)
        {
            foreach (var fault in series.Faults)
                Console.Error.WriteLine(fault);
            return 1;
        }
        if (scaleMax is { } most && series.Points.FirstOrDefault(p => p.Value < 0 || p.Value > most) is { Value: { } value } off)
            throw new CommandException(1, FormattableString.Invariant($"{file}: value {value} of '{off.Unit}' '{off.Code}' {off.Period} is not between 0 and --scale {most}"));
        // The file's text is let go before as much again is needed: a server's collector waits long.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
        // The learning methods take 32 bits; folding keeps every bit of the seed in play.
        var forecast = SeriesForecast.Make(series.Points, horizon, (int)(seed ^ (seed >> 32)), scaleMax);
        try
        {
            ForecastFiles.Write(folder, forecast);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(1, $"{folder}: cannot be written: {fault.Message}");
        }
        return 0;
    }
}
