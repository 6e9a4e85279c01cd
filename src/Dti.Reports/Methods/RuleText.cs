using Dti.Reports.Formatting;
using Dti.Scoring.Sets;

namespace Dti.Reports.Methods;

/// <summary>An indicator's rule in Vietnamese words, the same on pages, in the PDF and in the workbook.</summary>
public static class RuleText
{
    /// <summary>"10 × min(1; số bộ dữ liệu đã công bố ÷ số bộ dữ liệu trong danh mục)"; names of other indicators' inputs are looked up in the set.</summary>
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
        string share = Share(indicator.Rule, names, part: false);
        return share.StartsWith(Cases, StringComparison.Ordinal)
            ? $"{points} điểm × tỷ lệ đạt: {share[Cases.Length..]}"
            : $"{points} × {share}";
    }

    private const string Cases = "#";

    /// <param name="rule">What is said.</param>
    /// <param name="names">Of its inputs.</param>
    /// <param name="part">Of another rule: points are not known there, and what is excluded is passed over rather than the whole indicator.</param>
    private static string Share(Rule rule, OperandNames names, bool part) => rule switch
    {
        YesNoRule yesNo => $"{Cases}“{names[yesNo.Of]}” là có: 100%; không: 0%",
        ChoiceRule choice => Cases + names[choice.Of] + ": " + string.Join("; ", choice.Shares.Select(option =>
            $"{names.Option(choice.Of, option.Key)}: {Percent(option.Value)}")),
        RatioRule ratio => Ratio(ratio, names, part),
        StepsRule steps => $"{Cases}{names[steps.Of]}: " + string.Join("; ", steps.At.Select(step =>
            $"từ {names.Figure(steps.Of, step.Threshold)}: {Percent(step.Share)}")) + "; thấp hơn: 0%",
        LinearRule linear => $"{Cases}{names[linear.Of]}: {Line(linear, names)}",
        ChecklistRule list => $"min(1; số mục “có” ÷ {VietnameseFormat.Plain(list.Need)}) (đủ {Enough(list)} mục {(part ? "tính là 100%" : "được trọn điểm")}), xét {list.Of.Count} mục: {string.Join("; ", list.Of.Select(of => names[of]))}",
        TimelinessRule late => $"{Cases}trung bình các quý phải báo cáo; báo cáo đúng hạn: {Percent(late.OnTime)}; chậm: {Percent(late.Late)}; không có: {Percent(late.None)}",
        ByDateRule date => $"{Cases}{names[date.Of]}: đến hết {VietnameseFormat.Date(date.FullUntil)}: 100%; từ {VietnameseFormat.Date(date.ZeroAfter)}: 0%; ở giữa giảm đều từng ngày",
        RelativeRule relative => $"{names[relative.Of]} ÷ giá trị cao nhất trong khối{Empty(relative.WhenEmpty, "giá trị cao nhất bằng 0", part)}",
        SumRule sum => "(" + string.Join(" + ", sum.Parts.Select(one => $"{VietnameseFormat.Plain(one.Share)} × {Inner(one.Rule, names)}")) + ")",
        AllRule all => $"giá trị nhỏ nhất của ({string.Join("; ", all.Rules.Select(inner => Inner(inner, names)))})",
        AnyRule any => $"giá trị lớn nhất của ({string.Join("; ", any.Rules.Select(inner => Inner(inner, names)))})",
        TimesRule times => string.Join(" × ", times.Rules.Select(inner => Inner(inner, names))),
        _ => throw new ReportException("rule-without-words", $"The rule {rule.GetType().Name} has no description in RuleText; add one."),
    };

    private static string Enough(ChecklistRule list) => list.Need < list.Of.Count ? $"{VietnameseFormat.Plain(list.Need)} trong {list.Of.Count}" : $"cả {list.Of.Count}";

    /// <summary>A rule within a rule stands in brackets, so that a reader sees where it ends.</summary>
    private static string Inner(Rule rule, OperandNames names)
    {
        string share = Share(rule, names, part: true);
        return rule is SumRule ? share : $"[{(share.StartsWith(Cases, StringComparison.Ordinal) ? share[Cases.Length..] : share)}]";
    }

    /// <summary>Each end with its share, the end of nothing first: a scale that falls is read as easily as one that rises.</summary>
    private static string Line(LinearRule linear, OperandNames names)
    {
        string to = names.Figure(linear.Of, linear.To);
        if (linear.From == linear.To)
            return $"từ {to} trở lên: 100%; thấp hơn: 0%";
        bool falls = linear.From > linear.To;
        return $"{End(linear.From, falls)}: 0%; {End(linear.To, !falls)}: 100%; ở giữa tính theo tỷ lệ";

        string End(double at, bool up) => at == 0 && !up ? "bằng 0" : $"từ {names.Figure(linear.Of, at)} trở {(up ? "lên" : "xuống")}";
    }

    private static string Ratio(RatioRule ratio, OperandNames names, bool part)
    {
        string quotient = $"{names[ratio.Of]} ÷ {names[ratio.To]}";
        string text = ratio.FullAt == 1 && ratio.Floor == 1
            ? $"{Cases}{quotient}: đạt 100%{(part ? ": 100%" : " được trọn điểm")}; chưa đạt: 0%"
            : $"min(1; {quotient})" + Jump(ratio, part) + Floor(ratio, part);
        return text + Empty(ratio.WhenEmpty, "mẫu số bằng 0", part);
    }

    private static string Jump(RatioRule ratio, bool part) => ratio.FullAt == 1 ? "" : $"; từ {Percent(ratio.FullAt)} trở lên {(part ? "tính là 100%" : "được trọn điểm")}";

    private static string Floor(RatioRule ratio, bool part) => ratio.Floor <= 0 ? "" : $"; dưới {Percent(ratio.Floor)} {(part ? "tính là 0%" : "được 0 điểm")}";

    private static string Empty(WhenEmpty rule, string when, bool part) => rule switch
    {
        WhenEmpty.Full => $"; {when}: {(part ? "100%" : "trọn điểm")}",
        WhenEmpty.Exclude => $"; {when}: {(part ? "bỏ qua phần này" : "không tính chỉ số này")}",
        _ => $"; {when}: {(part ? "0%" : "0 điểm")}",
    };

    private static string Percent(double share) => VietnameseFormat.Plain(share * 100) + "%";
}
