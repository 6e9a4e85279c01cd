using Dti.Assessment.Editions;
using Dti.Reports.Formatting;
using Dti.Scoring.Sets;
using Dti.Scoring.Uncertainty;

namespace Dti.Reports.Methods;

/// <summary>What a rank interval and a tier mean, with the edition's and the set's own figures, for readers without statistics.</summary>
public static class IntervalText
{
    /// <summary>How units come to share a letter, and why intervals that overlap may not: the one explanation, wherever letters stand.</summary>
    public const string Letters = "Chữ cái (A, B, C, …) đặt từ trên xuống: đơn vị đầu tiên mở nhóm A; đơn vị sau mang cùng chữ cái khi chưa phân biệt được với đơn vị mở nhóm, "
        + "và mở nhóm mới khi đứng dưới đơn vị ấy trong ít nhất 90% số lần tính lại. Vì chỉ so với đơn vị mở nhóm, hai đơn vị khác chữ cái vẫn có thể có khoảng hạng chồng lên nhau, "
        + "và hai đơn vị cùng chữ cái đôi khi vẫn phân biệt được với nhau; muốn chắc về hai đơn vị nào thì xem chúng đứng trên nhau trong bao nhiêu phần số lần.";

    /// <summary>What an interval is, in a line.</summary>
    public const string Intervals = "Khoảng hạng: hạng tốt nhất và kém nhất khi tính lại nhiều lần với cách tính thay đổi một chút (đã bỏ 5% số lần ở mỗi đầu).";

    /// <summary>Stands beside every table with intervals and letters on a page; on paper the method says the rest.</summary>
    public const string Legend = Intervals + " " + Letters;

    /// <returns>Null for an edition without intervals.</returns>
    public static string? Paragraph(Edition edition, IndicatorSet set) =>
        Sentences(edition, set) is { Count: > 0 } sentences ? string.Join(' ', sentences) : null;

    /// <summary>Step by step; empty for an edition without intervals.</summary>
    public static IReadOnlyList<string> Sentences(Edition edition, IndicatorSet set)
    {
        if (edition.Uncertainty is not { } uncertainty)
            return [];
        int draws = uncertainty.Draws;
        string least = VietnameseFormat.Percent(RankUncertainty.Distinguishable, 0);
        return
        [
            $"Khoảng hạng cho biết thứ hạng chắc chắn đến đâu. Toàn bộ xếp hạng được tính lại {VietnameseFormat.Number(draws, 0)} lần.",
            Varied(set.Uncertainty ?? new(), set.Kind),
            $"Như vậy mỗi đơn vị có {VietnameseFormat.Number(draws, 0)} thứ hạng. Bỏ 5% số lần có hạng tốt nhất và 5% số lần có hạng kém nhất; hai hạng ở hai đầu phần còn lại là khoảng hạng. Trong ít nhất 90% số lần, thứ hạng của đơn vị nằm trong khoảng này.",
            $"Hai đơn vị phân biệt được khi một đơn vị đứng trên đơn vị kia trong ít nhất {least} số lần ({VietnameseFormat.Number(Math.Ceiling(draws * RankUncertainty.Distinguishable), 0)} trong {VietnameseFormat.Number(draws, 0)} lần).",
            Letters,
            "Thứ hạng công bố không thay đổi theo cách tính này.",
        ];
    }

    private static string Varied(UncertaintyRule rule, SetKind kind)
    {
        string weight = kind is SetKind.Points ? "điểm tối đa" : "trọng số";
        string percent = VietnameseFormat.Plain(rule.Weights * 100);
        string text = $"Mỗi lần, {weight} của từng chỉ số và từng nhóm được tăng hoặc giảm ngẫu nhiên, nhiều nhất {percent}% (±{percent}%)"
            + (kind is SetKind.Points ? $", ví dụ 10 điểm thành từ {VietnameseFormat.Plain(10 * (1 - rule.Weights))} đến {VietnameseFormat.Plain(10 * (1 + rule.Weights))} điểm" : "")
            + "; sau đó chỉnh lại theo tỷ lệ để tổng vẫn như cũ";
        string[] also =
        [
            .. kind is SetKind.Normalised && rule.Normalise.Count > 0 ? ["cách chuẩn hoá"] : Array.Empty<string>(),
            .. kind is SetKind.Normalised && rule.Aggregate.Count > 0 ? ["cách tổng hợp"] : Array.Empty<string>(),
            .. rule.Inputs.Count > 0 ? [$"sai số của {rule.Inputs.Count} số liệu đầu vào"] : Array.Empty<string>(),
            .. rule.DropOne ? ["việc bỏ một chỉ số"] : Array.Empty<string>(),
        ];
        return also.Length == 0 ? text + "." : $"{text}. Được chọn ngẫu nhiên cùng lúc: {string.Join(", ", also)}.";
    }
}
