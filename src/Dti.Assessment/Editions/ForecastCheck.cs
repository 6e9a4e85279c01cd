using System.Text.Json;
using Dti.Assessment.Editions.Comparisons;
using Dti.Assessment.Forecasting;
using Dti.Scoring.Sets;

namespace Dti.Assessment.Editions;

/// <summary>
/// Makes an edition's forecast again from its own history, scores and seed. What rules alone give must come out the same; a model that was
/// learnt may differ in its last digits on another processor, and another version may word its reasons otherwise: both are remarked and no fault.
/// </summary>
internal static class ForecastCheck
{
    /// <summary>Exponentials and logarithms differ in the last places between systems; relative, or absolute below 1.</summary>
    private const double Rounding = 1e-9;
    private const double Learning = 1e-3;

    public static IEnumerable<string> Differences(Edition edition, IndicatorSet set, List<string> remarks)
    {
        var found = edition.Forecast;
        if (found.Rules != IndexForecast.Rules)
        {
            if (found.Rules is { } other)
                remarks.Add(FormattableString.Invariant($"the forecast is signed but not computed again: it was made by rules {other}, this version forecasts by rules {IndexForecast.Rules}"));
            else if (found.Method is not null || found.Units.Count > 0)
                remarks.Add("the forecast is signed but not computed again: it does not say by which rules it was made");
            return [];
        }
        EditionForecast computed;
        try
        {
            computed = NextYear.Of(edition, set);
        }
        catch (ArgumentException refused)
        {
            return [$"forecast: {refused.Message.Split(" (Parameter ")[0]}"];
        }
        if (JsonDifference.First(Json(found), Json(computed), Rounding) is not { } difference)
            return [];
        if (JsonDifference.First(Json(Figures(found)), Json(Figures(computed)), Rounding) is null)
        {
            remarks.Add($"the forecast's figures were computed again and are the same; this version words its reason otherwise: {difference}");
            return [];
        }
        if (JsonDifference.First(Json(Exact(found)), Json(Exact(computed)), Rounding) is { } exact)
            return [$"forecast: {exact}"];
        if (JsonDifference.First(Json(Rough(found)), Json(Rough(computed)), Learning) is not null)
            return [$"forecast: {difference}"];
        remarks.Add($"the forecast was computed again and differs only in what a learnt model may on another machine: {difference}");
        return [];
    }

    /// <summary>Without the sentences.</summary>
    private static EditionForecast Figures(EditionForecast forecast) => forecast with
    {
        Reason = "",
        Nodes = forecast.Nodes is null ? null : [.. forecast.Nodes.Select(node => node with { Reason = "" })],
    };

    /// <summary>What rules alone give: without every figure of a learnt model.</summary>
    private static EditionForecast Exact(EditionForecast forecast) => Figures(forecast) with
    {
        Backtest = [.. forecast.Backtest.Where(row => !IsLearnt(row.Method))],
        Units = IsLearnt(forecast.Method) ? [] : forecast.Units,
        ModelSha256 = IsLearnt(forecast.Method) ? null : forecast.ModelSha256,
        Nodes = forecast.Nodes is null ? null : [.. forecast.Nodes.Select(node => node with
        {
            Reason = "",
            Backtest = [.. node.Backtest.Where(row => !IsLearnt(row.Method))],
            Units = IsLearnt(node.Method) ? [] : node.Units,
            ModelSha256 = IsLearnt(node.Method) ? null : node.ModelSha256,
        })],
    };

    /// <summary>Without what changes with the last digit of a learnt model: its hash and the sentence that quotes its error.</summary>
    private static EditionForecast Rough(EditionForecast forecast) => Figures(forecast) with
    {
        ModelSha256 = IsLearnt(forecast.Method) ? null : forecast.ModelSha256,
        Nodes = forecast.Nodes is null ? null : [.. forecast.Nodes.Select(node => node with { Reason = "", ModelSha256 = IsLearnt(node.Method) ? null : node.ModelSha256 })],
    };

    internal static bool IsLearnt(string? method) => method is "linear" or "fasttree" or "average";

    private static JsonElement Json(EditionForecast forecast) => JsonSerializer.SerializeToElement(forecast, EditionFile.Options);
}
