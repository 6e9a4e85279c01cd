using Dti.Reports.Formatting;
using Dti.Scoring.Sets;

namespace Dti.Reports.Methods;

/// <summary>The set's rules of computing and ranking as sentences, in the order a reader needs them.</summary>
public static class MethodText
{
    public static IReadOnlyList<string> Sentences(IndicatorSet set) =>
    [
        Scale(set),
        Adding(set.Kind),
        Rounding(set.Ranking),
        Ties(set.Ranking.Ties),
        Counted(set.Unverified),
        .. NotApplicableRule(set),
        .. Efforts(set),
    ];

    /// <summary>How indicators become the total.</summary>
    public static string Adding(SetKind kind) => kind is SetKind.Points
            ? "Mỗi chỉ số có số điểm tối đa. Cách tính của chỉ số cho biết đơn vị đạt bao nhiêu phần của số điểm đó (tỷ lệ đạt, từ 0% đến 100%). Điểm của chỉ số bằng điểm tối đa nhân tỷ lệ đạt; điểm của nhóm là tổng điểm các chỉ số trong nhóm."
            : "Mỗi chỉ tiêu được đưa về cùng một thang đo (chuẩn hoá) để cộng được với nhau, rồi lấy trung bình lên từng cấp; chỉ tiêu có trọng số lớn hơn thì tính nhiều hơn.";

    /// <summary>What a figure that nobody verified is worth.</summary>
    public static string Counted(Unverified rule) => rule is Unverified.Zero
            ? "Giá trị tự báo cáo chưa được thẩm định không được tính điểm; giá trị đo tự động được tính khi chưa có giá trị thẩm định."
            : "Giá trị tự báo cáo chưa được thẩm định vẫn được tính điểm; khi đã thẩm định thì tính theo giá trị thẩm định.";

    public static string Scale(IndicatorSet set)
    {
        int scored = set.AllNodes().Count(node => node.Normalised is not null || node.Indicator is { Scored: true });
        string size = $"Bộ chỉ số “{set.Title.Vi}” năm {set.Year} gồm {scored} chỉ số tính điểm thuộc {set.Nodes.Count} nhóm";
        string points = set.Kind is SetKind.Points ? $", tổng điểm tối đa {VietnameseFormat.Plain(SetPoints.Of(set))} điểm" : "";
        string issued = set.Issued is { } issue
            ? $", ban hành kèm theo Quyết định số {issue.Number} ngày {VietnameseFormat.Date(issue.Date)}."
            : "; bộ chỉ số chưa được ban hành bằng quyết định.";
        return size + points + issued;
    }

    public static string Rounding(RankingRule rule) => rule.Rounding is RankRounding.Before
        ? $"Tổng điểm được làm tròn đến {rule.Decimals} chữ số thập phân (chữ số bị bỏ từ 5 trở lên thì làm tròn lên) rồi mới xếp hạng; xếp hạng riêng trong từng khối."
        : $"Thứ hạng được xét trên tổng điểm chưa làm tròn, riêng trong từng khối; điểm công bố được làm tròn đến {rule.Decimals} chữ số thập phân.";

    public static string Ties(Ties ties) => ties switch
    {
        Scoring.Sets.Ties.Dense => "Các đơn vị bằng điểm cùng hạng, đơn vị kế tiếp nhận hạng liền sau (1, 2, 2, 3).",
        Scoring.Sets.Ties.Average => "Các đơn vị bằng điểm nhận trung bình cộng của các hạng (1; 2,5; 2,5; 4).",
        Scoring.Sets.Ties.Max => "Các đơn vị bằng điểm cùng nhận hạng thấp nhất trong các hạng (1, 3, 3, 4).",
        _ => "Các đơn vị bằng điểm cùng nhận hạng cao nhất trong các hạng (1, 2, 2, 4).",
    };

    /// <summary>What effort is, where the set states any.</summary>
    public static IEnumerable<string> Efforts(IndicatorSet set)
    {
        if (set.AllNodes().Any(node => node.Effort != 1))
            yield return "Một số chỉ số ghi mức “công sức”: ước lượng việc cải thiện chỉ số ấy tốn sức đến đâu so với mức thường là 1 (0,5 là bằng nửa). Mức này chỉ dùng để xếp việc nên làm trước theo điểm tăng chia cho công sức, không ảnh hưởng đến điểm.";
    }

    public static IEnumerable<string> NotApplicableRule(IndicatorSet set)
    {
        if (set.Kind is not SetKind.Points)
            yield break;
        yield return set.NotApplicable is NotApplicable.Rescale
            ? "Chỉ số không áp dụng cho một đơn vị thì không tính vào điểm và cũng không tính vào điểm tối đa của đơn vị đó; tổng điểm được quy đổi về thang điểm đầy đủ."
            : "Chỉ số không áp dụng cho đơn vị thì đơn vị có điểm tối đa thấp hơn; không quy đổi.";
    }
}
