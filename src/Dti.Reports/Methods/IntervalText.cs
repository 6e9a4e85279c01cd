using Dti.Assessment.Editions;
using Dti.Reports.Formatting;
using Dti.Scoring.Sets;

namespace Dti.Reports.Methods;

/// <summary>What a rank interval and a tier mean, with the edition's and the set's own figures, for readers without statistics.</summary>
public static class IntervalText
{
    /// <summary>Stands beside every table with intervals and letters.</summary>
    public const string Legend = "Khoảng hạng: hạng tốt nhất và kém nhất khi tính lại nhiều lần với cách tính thay đổi một chút (đã bỏ 5% số lần ở mỗi đầu). Chữ cái sau khoảng hạng: các đơn vị cùng chữ cái thuộc một nhóm không phân biệt được hơn kém.";

    /// <returns>Null for an edition without intervals.</returns>
    public static string? Paragraph(Edition edition, IndicatorSet set)
    {
        if (edition.Uncertainty is not { } uncertainty)
            return null;
        var rule = set.Uncertainty ?? new();
        return $"Khoảng hạng cho biết thứ hạng chắc chắn đến đâu. Toàn bộ xếp hạng được tính lại {VietnameseFormat.Number(uncertainty.Draws, 0)} lần, mỗi lần {Varied(rule, set.Kind)}"
            + " Khoảng hạng của một đơn vị chứa thứ hạng của đơn vị đó trong 90% số lần tính lại (bỏ 5% số lần hạng tốt nhất và 5% số lần hạng kém nhất)."
            + " Hai đơn vị được coi là phân biệt được khi một đơn vị đứng trên đơn vị kia trong ít nhất 90% số lần; các đơn vị chưa phân biệt được với đơn vị đứng đầu nhóm mang cùng một chữ cái (nhóm A, B, C, …)."
            + " Thứ hạng công bố không thay đổi theo cách tính này.";
    }

    private static string Varied(UncertaintyRule rule, SetKind kind)
    {
        string weight = kind is SetKind.Points ? "điểm tối đa" : "trọng số";
        string percent = VietnameseFormat.Plain(rule.Weights * 100);
        string text = $"{weight} của từng chỉ số và từng nhóm được tăng hoặc giảm ngẫu nhiên trong khoảng ±{percent}%"
            + (kind is SetKind.Points ? $" (chỉ số 10 điểm có thể thành {VietnameseFormat.Plain(10 * (1 - rule.Weights))} đến {VietnameseFormat.Plain(10 * (1 + rule.Weights))} điểm) rồi quy về cùng tổng" : " rồi quy về cùng tổng");
        string[] also =
        [
            .. kind is SetKind.Normalised && rule.Normalise.Count > 0 ? ["cách chuẩn hoá"] : Array.Empty<string>(),
            .. kind is SetKind.Normalised && rule.Aggregate.Count > 0 ? ["cách tổng hợp"] : Array.Empty<string>(),
            .. rule.Inputs.Count > 0 ? [$"sai số của {rule.Inputs.Count} số liệu đầu vào"] : Array.Empty<string>(),
            .. rule.DropOne ? ["việc bỏ một chỉ số"] : Array.Empty<string>(),
        ];
        return also.Length == 0 ? text + "." : $"{text}; cùng với {string.Join(", ", also)} được chọn ngẫu nhiên.";
    }
}
