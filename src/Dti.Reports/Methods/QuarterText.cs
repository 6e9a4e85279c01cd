using Dti.Scoring.Sets;

namespace Dti.Reports.Methods;

/// <summary>How an indicator's quarters become its year, and what a quarter's figure is called once it stands for the year.</summary>
public static class QuarterText
{
    private const string OfAQuarter = "trong quý";

    /// <summary>For a narrow column.</summary>
    public static string Of(Indicator indicator) => indicator.Rule is TimelinessRule ? "trung bình các quý" : indicator.Quarters switch
    {
        QuarterRule.Sum => "cộng các quý",
        QuarterRule.Mean => "trung bình các quý",
        QuarterRule.Max => "lớn nhất trong các quý",
        _ => "lấy quý cuối",
    };

    /// <summary>"Số hồ sơ tiếp nhận trong quý" summed over the year is "Tổng các quý: số hồ sơ tiếp nhận trong quý"; a name without a quarter in it stays.</summary>
    public static string YearName(string name, QuarterRule rule) => !name.Contains(OfAQuarter, StringComparison.OrdinalIgnoreCase) ? name : rule switch
    {
        QuarterRule.Sum => $"Tổng các quý: {Inner(name)}",
        QuarterRule.Mean => $"Trung bình các quý: {Inner(name)}",
        QuarterRule.Max => $"Lớn nhất trong các quý: {Inner(name)}",
        _ => $"Quý cuối: {Inner(name)}",
    };

    private static string Inner(string name) => name.Length > 1 && char.IsLower(name[1]) ? char.ToLowerInvariant(name[0]) + name[1..] : name;
}
