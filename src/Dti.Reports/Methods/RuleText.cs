using Dti.Reports.Formatting;
using Dti.Scoring.Sets;

namespace Dti.Reports.Methods;

/// <summary>An indicator's rule in Vietnamese words, the same on pages, in the PDF and in the workbook.</summary>
public static class RuleText
{
    /// <summary>"10 × min(1, số bộ dữ liệu đã công bố ÷ số bộ dữ liệu trong danh mục)"; names of other indicators' inputs are looked up in the set.</summary>
    public static string Describe(IndicatorSet set, Node node)
    {
        if (node.Normalised is { } leaf)
            return NormalisationText.Describe(leaf);
        if (node.Indicator is not { } indicator)
            return "Tổng điểm các mục con";
        var names = new OperandNames(indicator, set);
        return Whole(indicator, names);
    }

    /// <summary>As above where the set is not at hand: inputs of other indicators are named by their code.</summary>
    public static string Describe(Rule rule, Indicator indicator) =>
        Whole(indicator with { Rule = rule }, new OperandNames(indicator, null));

    private static string Whole(Indicator indicator, OperandNames names)
    {
        string points = VietnameseFormat.Plain(indicator.Points);
        string share = Share(indicator.Rule, names);
        return share.StartsWith(Cases, StringComparison.Ordinal)
            ? $"{points} điểm × tỷ lệ đạt: {share[Cases.Length..]}"
            : $"{points} × {share}";
    }

    private const string Cases = "#";

    private static string Share(Rule rule, OperandNames names) => rule switch
    {
        YesNoRule yesNo => $"{Cases}“{names[yesNo.Of]}” là có: 100%; không: 0%",
        ChoiceRule choice => Cases + names[choice.Of] + ": " + string.Join("; ", choice.Shares.Select(option =>
            $"{names.Option(choice.Of, option.Key)}: {Percent(option.Value)}")),
        RatioRule ratio => Ratio(ratio, names),
        StepsRule steps => $"{Cases}{names[steps.Of]}: " + string.Join("; ", steps.At.Select(step =>
            $"từ {VietnameseFormat.Plain(step.Threshold)}: {Percent(step.Share)}")) + "; thấp hơn: 0%",
        LinearRule linear => $"{Cases}{names[linear.Of]}: tăng đều từ 0% tại {VietnameseFormat.Plain(linear.From)} đến 100% tại {VietnameseFormat.Plain(linear.To)}",
        ChecklistRule list => $"min(1, số mục “có” ÷ {VietnameseFormat.Plain(list.Need)}) trong {list.Of.Count} mục: {string.Join("; ", list.Of.Select(of => names[of]))}",
        TimelinessRule late => $"{Cases}trung bình bốn quý; báo cáo đúng hạn: {Percent(late.OnTime)}; chậm: {Percent(late.Late)}; không có: {Percent(late.None)}",
        ByDateRule date => $"{Cases}{names[date.Of]}: đến hết {VietnameseFormat.Date(date.FullUntil)}: 100%; giảm đều về 0% tại {VietnameseFormat.Date(date.ZeroAfter)}",
        RelativeRule relative => $"{names[relative.Of]} ÷ giá trị cao nhất trong khối{Empty(relative.WhenEmpty, "giá trị cao nhất bằng 0")}",
        SumRule sum => "(" + string.Join(" + ", sum.Parts.Select(part => $"{VietnameseFormat.Plain(part.Share)} × {Inner(part.Rule, names)}")) + ")",
        AllRule all => $"giá trị nhỏ nhất của ({string.Join("; ", all.Rules.Select(inner => Inner(inner, names)))})",
        AnyRule any => $"giá trị lớn nhất của ({string.Join("; ", any.Rules.Select(inner => Inner(inner, names)))})",
        TimesRule times => string.Join(" × ", times.Rules.Select(inner => Inner(inner, names))),
        _ => throw new ReportException("rule-without-words", $"The rule {rule.GetType().Name} has no description in RuleText; add one."),
    };

    private static string Inner(Rule rule, OperandNames names)
    {
        string share = Share(rule, names);
        return share.StartsWith(Cases, StringComparison.Ordinal) ? $"[{share[Cases.Length..]}]" : share;
    }

    private static string Ratio(RatioRule ratio, OperandNames names)
    {
        string quotient = $"{names[ratio.Of]} ÷ {names[ratio.To]}";
        string text = ratio.FullAt == 1 && ratio.Floor == 1
            ? $"{Cases}{quotient}: đạt 100% được trọn điểm; chưa đạt: 0%"
            : $"min(1, {quotient})" + Jump(ratio) + Floor(ratio);
        return text + Empty(ratio.WhenEmpty, "mẫu số bằng 0");
    }

    private static string Jump(RatioRule ratio) => ratio.FullAt == 1 ? "" : $"; từ {Percent(ratio.FullAt)} trở lên được trọn điểm";

    private static string Floor(RatioRule ratio) => ratio.Floor <= 0 ? "" : $"; dưới {Percent(ratio.Floor)} được 0 điểm";

    private static string Empty(WhenEmpty rule, string when) => rule switch
    {
        WhenEmpty.Full => $"; {when}: trọn điểm",
        WhenEmpty.Exclude => $"; {when}: không tính chỉ số này",
        _ => $"; {when}: 0 điểm",
    };

    private static string Percent(double share) => VietnameseFormat.Plain(share * 100) + "%";
}
