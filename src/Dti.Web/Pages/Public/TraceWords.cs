using System.Text.RegularExpressions;
using Dti.Assessment.Editions.Explanations;

namespace Dti.Web.Pages.Public;

/// <summary>A trace's formula and remark for Vietnamese readers: decimal commas, semicolons between arguments, and the few words in it.</summary>
internal static partial class TraceWords
{
    private static readonly (string From, string To)[] Phrases =
    [
        ("does not apply to this unit", "không áp dụng cho đơn vị này"),
        ("collected, not scored", "chỉ thu thập, không tính điểm"),
        (": excluded, its points leave the maximum", ": không tính chỉ số này, điểm của nó rút khỏi điểm tối đa"),
        (": scores 0", ": 0 điểm"),
        ("missing, filled with the mean of its group", "thiếu, thay bằng trung bình của nhóm"),
        ("missing, filled with the ", "thiếu, thay bằng "),
        ("missing ", "thiếu số liệu "),
        ("nothing below it has a score", "không mục con nào có điểm"),
        ("rescaled from ", "quy đổi từ "),
        (" points that count for this unit to ", " điểm tính cho đơn vị này về thang "),
        ("full until ", "trọn điểm đến "),
        ("zero after ", "hết điểm sau "),
        ("days left until ", "số ngày còn lại đến "),
        ("(the best of the peer group is ", "(giá trị cao nhất trong khối là "),
        ("best of the peer group: ", "cao nhất trong khối: "),
        (": empty)", ": rỗng)"),
        (" is empty", " là rỗng"),
        ("(yes)", "(có)"),
        ("(no)", "(không)"),
        ("no quarter was due", "không quý nào phải báo cáo"),
        ("no such option", "không có lựa chọn này"),
        ("no steps", "không có mức"),
        ("divided by ", "chia cho "),
        (" children have no data; weights renormalised among the rest", " mục con thiếu số liệu; trọng số chia lại cho các mục còn lại"),
        (" children have data, too few for the threshold ", " mục con có số liệu, ít hơn ngưỡng "),
        (" of ", " trong "),
    ];

    /// <param name="formula">As the scoring traces it.</param>
    /// <param name="operands">What it read: the codes of options and columns become their names.</param>
    public static string Formula(string formula, IReadOnlyList<OperandExplanation> operands)
    {
        string text = Named(formula, operands).Replace(", ", "; ", StringComparison.Ordinal).Replace(" / ", " ÷ ", StringComparison.Ordinal);
        foreach (var (from, to) in Phrases)
            text = text.Replace(from, to, StringComparison.Ordinal);
        return Days().Replace(Minus().Replace(Points().Replace(text, LongFigure), "−"), "$3/$2/$1");
    }

    public static string? Remark(string? remark, IReadOnlyList<OperandExplanation> operands) => remark is null ? null : Capital(Formula(remark, operands));

    private static string Named(string text, IReadOnlyList<OperandExplanation> operands)
    {
        foreach (var operand in operands)
        {
            foreach (var option in operand.Input?.Options ?? [])
                text = text.Replace($"({option.Code})", $"(“{option.Name.Vi}”)", StringComparison.Ordinal);
            text = Regex.Replace(text, $@"(?<=^missing (?:\S+, )*){Regex.Escape(operand.Column)}(?=[,:])", $"“{operand.Name.Replace("$", "$$", StringComparison.Ordinal)}”");
        }
        return text;
    }

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>Six decimals are enough to follow a sum; the exact figures are in the edition file.</summary>
    private static string LongFigure(Match match)
    {
        string fraction = match.Groups[2].Value;
        return fraction.Length <= 6 ? $"{match.Groups[1].Value},{fraction}" : $"{match.Groups[1].Value},{fraction[..6]}…";
    }

    // A code such as 2.1.completed is no number: figures stand apart from letters, dots and digits.
    [GeneratedRegex(@"(?<![\w.])(\d+)\.(\d+)(?![\w.])")]
    private static partial Regex Points();

    [GeneratedRegex(@"(?<![\w.-])-(?=\d)")]
    private static partial Regex Minus();

    [GeneratedRegex(@"(\d{4})-(\d\d)-(\d\d)")]
    private static partial Regex Days();
}
