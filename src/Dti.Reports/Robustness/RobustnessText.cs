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
    public const string PlotLegend = "Chấm là hạng công bố, vạch là khoảng hạng; đường đứt ngăn các nhóm chữ cái (A, B, C, …), chữ cái ở cuối dòng là tên nhóm.";

    /// <summary>Heads of the table of choices: what is changed, and what share of the units' moving up and down it makes.</summary>
    public const string Choice = "Thay đổi điều gì trong cách tính", Alone = "Chỉ riêng thay đổi này", Together = "Kể cả khi đi cùng thay đổi khác";

    /// <summary>What the two columns of shares say.</summary>
    public const string Shares = "Mỗi lần tính lại, các đơn vị đổi hạng lúc nhiều lúc ít. Bảng cho biết sự khác nhau ấy do thay đổi nào gây ra bao nhiêu phần: “" + Alone + "” là phần một mình nó gây ra; “" + Together + "” cộng thêm phần nó gây ra khi xảy ra cùng lúc với các thay đổi khác.";

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

    public static RankSpan Span(UnitRobustness unit, int among) => new(unit.Drawn.Low, unit.Drawn.Median, unit.Drawn.High, unit.Drawn.Tier, among);

    /// <summary>Rows of the group's interval plot; a unit that no draw ranked has none.</summary>
    public static IReadOnlyList<SpanRow> Rows(RankingView view, GroupRobustness group) =>
    [
        .. group.Units.Where(unit => !double.IsNaN(unit.Drawn.Low)).Select(unit => new SpanRow(
            view.UnitName(unit.Unit), unit.Rank, unit.Drawn.Low, unit.Drawn.High, Span(unit, group.Units.Count).Text, unit.Drawn.Tier)),
    ];

    /// <summary>The choice that matters most, families of indicators before all weights together; empty where no draw moved a rank.</summary>
    public static string Most(RankingView view, PoolSensitivity sensitivity)
    {
        var choices = sensitivity.Indices.Where(index => !double.IsNaN(index.Index.Total)).ToList();
        return choices.Where(index => index.Node is not null || choices.All(other => other.Node is null)).MaxBy(index => index.Index.Total) is { } most
            ? $"Điều làm các đơn vị trong khối đổi hạng nhiều nhất là thay đổi {char.ToLowerInvariant(ChoiceText.Of(view.Set, most)[0])}{ChoiceText.Of(view.Set, most)[1..]}."
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
