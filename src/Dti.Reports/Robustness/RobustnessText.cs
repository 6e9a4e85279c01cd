using Dti.Assessment.Editions;
using Dti.Reports.Charts;
using Dti.Reports.Formatting;
using Dti.Reports.Methods;
using Dti.Reports.Rankings;
using Dti.Scoring.Uncertainty;

namespace Dti.Reports.Robustness;

/// <summary>What a group's draws say, in sentences.</summary>
public static class RobustnessText
{
    /// <summary>Stands under the interval plot.</summary>
    public const string PlotLegend = "Chấm là hạng công bố, vạch là khoảng hạng; đường đứt ngăn các nhóm không phân biệt được, chữ cái ở cuối dòng là tên nhóm.";

    public static string Summary(GroupRobustness group)
    {
        int units = group.Units.Count;
        if (units < 2)
            return "Khối chỉ có một đơn vị được xếp hạng nên không có gì để phân biệt.";
        int tiers = group.Units.Select(unit => unit.Drawn.Tier).Distinct().Count();
        int firm = group.Units.Count(unit => unit.Drawn.Low == unit.Drawn.High);
        int together = Enumerable.Range(0, units - 1).Count(place => !group.Distinguishes(place, place + 1));
        string neighbours = together == 0
            ? $"Cả {units - 1} cặp đơn vị liền kề đều phân biệt được."
            : $"Trong {units - 1} cặp đơn vị liền kề, {together} cặp không phân biệt được hơn kém.";
        string shift = group.Sensitivity is { } sensitivity
            ? $" Mỗi lần tính lại, một đơn vị lệch trung bình {VietnameseFormat.Number(sensitivity.MeanShift, 1)} hạng so với hạng công bố."
            : "";
        return $"{units} đơn vị chia thành {tiers} nhóm; {firm} đơn vị giữ nguyên hạng trong ít nhất 90% số lần tính lại. {neighbours}{shift}";
    }

    public static RankSpan Span(UnitRobustness unit) => new(unit.Drawn.Low, unit.Drawn.Median, unit.Drawn.High, unit.Drawn.Tier);

    /// <summary>Rows of the group's interval plot; a unit that no draw ranked has none.</summary>
    public static IReadOnlyList<SpanRow> Rows(RankingView view, GroupRobustness group) =>
    [
        .. group.Units.Where(unit => !double.IsNaN(unit.Drawn.Low)).Select(unit => new SpanRow(
            view.UnitName(unit.Unit), unit.Rank, unit.Drawn.Low, unit.Drawn.High, Span(unit).Text, unit.Drawn.Tier)),
    ];

    /// <summary>The choice that matters most, families of indicators before all weights together; empty where no draw moved a rank.</summary>
    public static string Most(RankingView view, PoolSensitivity sensitivity)
    {
        var choices = sensitivity.Indices.Where(index => !double.IsNaN(index.Index.Total)).ToList();
        return choices.Where(index => index.Node is not null || choices.All(other => other.Node is null)).MaxBy(index => index.Index.Total) is { } most
            ? $"Ảnh hưởng nhiều nhất: {char.ToLowerInvariant(ChoiceText.Of(view.Set, most)[0])}{ChoiceText.Of(view.Set, most)[1..]}."
            : "";
    }

    /// <summary>A share with the standard error of its estimate, in whole percent.</summary>
    public static string Estimate(double share, double error) => double.IsNaN(share)
        ? VietnameseFormat.Nothing
        : $"{VietnameseFormat.Percent(share, 0)} ± {VietnameseFormat.Percent(error, 0)}";

    /// <summary>A share of draws in whole percent; only what held in all or none of them says 100% or 0%.</summary>
    public static string Share(double share) => share switch
    {
        double.NaN => VietnameseFormat.Nothing,
        > 0 and < 0.005 => "<1%",
        < 1 and >= 0.995 => ">99%",
        _ => VietnameseFormat.Percent(share, 0),
    };
}
