using Dti.Assessment.Editions;
using Dti.Reports.Formatting;
using Dti.Reports.Rankings;

namespace Dti.Web.Pages.Public.Robustness;

/// <summary>What a group's draws say, in sentences.</summary>
internal static class RobustnessWords
{
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

    /// <summary>A share of draws in whole percent; only what held in all or none of them says 100% or 0%.</summary>
    public static string Share(double share) => share switch
    {
        double.NaN => VietnameseFormat.Nothing,
        > 0 and < 0.005 => "<1%",
        < 1 and >= 0.995 => ">99%",
        _ => VietnameseFormat.Percent(share, 0),
    };
}
