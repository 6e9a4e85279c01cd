using Dti.Assessment.Editions;
using Dti.Reports.Formatting;
using Dti.Reports.Rankings;
using Dti.Reports.Robustness;
using Dti.Scoring.Quarters;
using Dti.Scoring.Sets;
using Dti.Web.Components;

namespace Dti.Web.Pages.Public.Method;

/// <summary>Sentences of the method page that carry the set's or the edition's own figures.</summary>
internal static class MethodWords
{
    public static string Year(QuarterRule rule) => rule switch
    {
        QuarterRule.Sum => "cộng các quý có số liệu",
        QuarterRule.Mean => "lấy trung bình các quý có số liệu",
        QuarterRule.Max => "lấy giá trị lớn nhất trong các quý",
        _ => "lấy giá trị của quý cuối cùng có số liệu",
    };

    /// <summary>How many indicators take the year which way, with the first of each as an example.</summary>
    public static IEnumerable<string> Quarters(IndicatorSet set)
    {
        var asked = set.Indicators().Where(node => node.Indicator!.Rule is not TimelinessRule).ToList();
        foreach (var group in asked.GroupBy(node => node.Indicator!.Quarters).OrderByDescending(group => group.Count()))
            yield return $"{Words.Count(group.Count())} chỉ số {Year(group.Key)}, ví dụ chỉ số {group.First().Code} “{group.First().Name.Vi}”.";
        if (set.Indicators().Where(node => node.Indicator!.Rule is TimelinessRule).ToList() is [var first, ..] late)
            yield return $"{Words.Count(late.Count)} chỉ số lấy trung bình những gì báo cáo của từng quý đạt được theo thời điểm nộp, ví dụ chỉ số {first.Code} “{first.Name.Vi}”.";
    }

    /// <summary>"Trong 5.716 ô số liệu của ấn bản này: …".</summary>
    public static string Layers(Edition edition)
    {
        int Of(Layer layer) => edition.Inputs.Count(cell => cell.Counted == layer);
        int none = edition.Inputs.Count(cell => cell.Counted == Layer.None && cell is not { Self: null, Measured: null });
        (int Cells, string Words)[] parts =
        [
            (Of(Layer.Verified), "tính theo giá trị đã thẩm định"),
            (Of(Layer.Measured), "tính theo giá trị đo tự động"),
            (Of(Layer.Self), "tính theo giá trị tự báo cáo"),
            (none, "có giá trị nhưng không được tính"),
        ];
        return $"Trong {Words.Count(edition.Inputs.Count)} ô số liệu (mỗi ô là một con số của một đơn vị trong một quý) của ấn bản này: {string.Join(", ", parts.Where(part => part.Cells > 0).Select(part => $"{Words.Count(part.Cells)} ô {part.Words}"))}.";
    }

    /// <summary>Why a ratio earns full points, none or its share: "5 ÷ 13 = 38%, chưa tới 80% nên …"; null for other rules and where nothing jumps.</summary>
    public static string? Ratio(WorkedExample example)
    {
        if (example.Node.Indicator?.Rule is not RatioRule rule || Value(rule.Of) is not { } part || Value(rule.To) is not ({ } whole and not 0))
            return null;
        double share = part / whole;
        string reached = $"{VietnameseFormat.Plain(part)} ÷ {VietnameseFormat.Plain(whole)} = {VietnameseFormat.Percent(share, 0)}";
        string full = VietnameseFormat.Plain(rule.FullAt * 100) + "%", least = VietnameseFormat.Plain(rule.Floor * 100) + "%";
        return share >= rule.FullAt ? $"{reached}, đã tới {full} nên được trọn điểm."
            : share < rule.Floor ? $"{reached}, dưới {least} nên được 0 điểm."
            : $"{reached}, chưa tới {full} nên không được trọn điểm mà được {VietnameseFormat.Percent(share, 0)} của điểm tối đa{(rule.Floor > 0 ? $" (vẫn đủ mức tối thiểu {least})" : "")}.";

        double? Value(Operand of) => example.Score.Operands.FirstOrDefault(one => one.Column == of.Indicator || one.Column == $"{of.Indicator}.{of.Input}")?.Value;
    }

    /// <summary>One unit's total before and after rounding, and the rank it then has.</summary>
    public static string Rounded(OpenEdition open, WorkedExample example)
    {
        double exact = open.View.Score(example.Row.Unit, RankingView.Index)?.Score ?? 0, shown = example.Row.Score ?? 0;
        string rank = $"đứng hạng {VietnameseFormat.Plain(example.Row.Rank!.Value)} trong {Words.Count(example.Group.Ranked.Count)} đơn vị của khối";
        return Math.Abs(exact - shown) < 1e-9
            ? $"Ví dụ, {example.Row.Name} được {VietnameseFormat.Number(shown, open.Decimals)}, {rank}."
            : $"Ví dụ, {example.Row.Name} được {VietnameseFormat.Number(exact, open.Decimals + 4)}… trước khi làm tròn, công bố là {VietnameseFormat.Number(shown, open.Decimals)}, {rank}.";
    }

    /// <summary>Units that share a rank, or that there are none.</summary>
    public static string Tie(OpenEdition open)
    {
        foreach (var group in open.View.Groups)
            if (group.Ranked.GroupBy(row => row.Rank).FirstOrDefault(rows => rows.Count() > 1) is { } tied)
                return $"Năm nay, {string.Join(" và ", tied.Take(2).Select(row => row.Name))} cùng {VietnameseFormat.Number(tied.First().Score, open.Decimals)} điểm nên cùng hạng {VietnameseFormat.Plain(tied.Key!.Value)}.";
        return "Năm nay không có hai đơn vị nào cùng hạng trong một khối.";
    }

    /// <summary>A pair that the draws do not tell apart, one that they do, and what an interval of two ends means; of the first group that has each.</summary>
    public static IEnumerable<string> Intervals(OpenEdition open, EditionRobustness firm)
    {
        var groups = firm.Groups.Where(group => group.Units.Count > 1).ToList();
        string Name(GroupRobustness group, int place) => $"{open.View.UnitName(group.Units[place].Unit)} (hạng {VietnameseFormat.Plain(group.Units[place].Rank)})";
        string Named(GroupRobustness group, int place) => $"{open.View.UnitName(group.Units[place].Unit)} (khoảng hạng {RobustnessText.Span(group.Units[place], 0).Text}, nhóm {group.Units[place].Drawn.Tier})";
        if (Pair(groups, told: false) is var (unclear, at))
        {
            var (one, other) = (unclear.Above(at, at + 1), unclear.Above(at + 1, at));
            yield return $"{Name(unclear, at)} và {Name(unclear, at + 1)} không phân biệt được vì khi tính lại {Words.Count(firm.Draws)} lần, {open.View.UnitName(unclear.Units[at].Unit)} đứng trên trong {RobustnessText.Share(one)} số lần, {open.View.UnitName(unclear.Units[at + 1].Unit)} đứng trên trong {RobustnessText.Share(other)} số lần; không bên nào đạt 90%. Thay đổi nhỏ trong cách cho điểm có thể đảo thứ tự của hai đơn vị này.";
        }
        if (Pair(groups, told: true) is var (clear, place))
            yield return $"{Name(clear, place)} và {Name(clear, place + 1)} phân biệt được: {open.View.UnitName(clear.Units[place].Unit)} đứng trên trong {RobustnessText.Share(clear.Above(place, place + 1))} số lần.";
        if (Overlap(groups) is var (crowd, opener, next))
            yield return $"{Named(crowd, opener)} và {Named(crowd, next)} khác chữ cái tuy khoảng hạng chồng lên nhau: {open.View.UnitName(crowd.Units[opener].Unit)}, đơn vị mở nhóm {crowd.Units[opener].Drawn.Tier}, đứng trên trong {RobustnessText.Share(crowd.Above(opener, next))} số lần.";
        if (groups.SelectMany(group => group.Units).MaxBy(unit => unit.Drawn.High - unit.Drawn.Low) is { } widest && widest.Drawn.High > widest.Drawn.Low)
            yield return $"{open.View.UnitName(widest.Unit)} có khoảng hạng rộng nhất, {RobustnessText.Span(widest, 0).Text}: trong ít nhất 90% số lần tính lại, đơn vị này đứng trong khoảng đó (hạng công bố {VietnameseFormat.Plain(widest.Rank)}).";
    }

    /// <summary>A unit that opens a letter although its interval overlaps that of the one that opened the letter before.</summary>
    private static (GroupRobustness Group, int Opener, int Next)? Overlap(IEnumerable<GroupRobustness> groups)
    {
        foreach (var group in groups)
            for (int opener = 0, next = 1; next < group.Units.Count; next++)
            {
                if (group.Units[next].Drawn.Tier == group.Units[opener].Drawn.Tier)
                    continue;
                if (group.Units[next].Drawn.Low <= group.Units[opener].Drawn.High)
                    return (group, opener, next);
                opener = next;
            }
        return null;
    }

    private static (GroupRobustness Group, int Place)? Pair(IEnumerable<GroupRobustness> groups, bool told)
    {
        foreach (var group in groups)
            for (int place = 0; place < group.Units.Count - 1; place++)
                if (group.Distinguishes(place, place + 1) == told)
                    return (group, place);
        return null;
    }
}
