using Dti.Reports.Formatting;
using Dti.Scoring.Sets;

namespace Dti.Reports.Methods;

/// <summary>How a normalised column becomes comparable, in Vietnamese.</summary>
internal static class NormalisationText
{
    public static string Describe(NormalisedLeaf leaf)
    {
        var parts = new List<string>();
        if (leaf.Denominator is { } denominator)
            parts.Add($"chia cho {denominator}");
        if (leaf.Impute is not Imputation.None)
            parts.Add($"thay giá trị thiếu bằng {Imputed(leaf.Impute)}");
        if (leaf.Treat is { } treat)
            parts.Add($"thu hẹp tối đa {treat.Max} giá trị ngoại lai");
        if (leaf.Transform is not Transform.None)
            parts.Add(leaf.Transform switch { Transform.Ln => "lấy ln", Transform.Log10 => "lấy log10", _ => "lấy căn bậc hai" });
        if (leaf.Direction < 0)
            parts.Add("đổi dấu (càng thấp càng tốt)");
        parts.Add(Scaled(leaf.Normalise));
        return string.Join("; ", parts);
    }

    private static string Imputed(Imputation rule) => rule switch
    {
        Imputation.Median => "trung vị",
        Imputation.Mean => "trung bình",
        _ => "trung bình của nhóm",
    };

    private static string Scaled(Normalisation by) => by.Kind switch
    {
        NormaliseKind.MinMax => $"đưa về thang {N(by.Lower)}–{N(by.Upper)} theo giá trị nhỏ nhất, lớn nhất",
        NormaliseKind.ZScore => $"chuẩn hoá z (trung bình {N(by.Mean)}, độ lệch chuẩn {N(by.Sd)})",
        NormaliseKind.Borda => "điểm Borda (thứ tự − 1)",
        NormaliseKind.PercentileRank => "thứ hạng phần trăm",
        NormaliseKind.Rank => "thứ tự",
        NormaliseKind.DistanceToTarget => $"khoảng cách đến mục tiêu {N(by.Target)}",
        NormaliseKind.DistanceToMax => "tỷ lệ so với giá trị lớn nhất",
        NormaliseKind.DistanceToReference => $"tỷ lệ so với {by.Unit}",
        NormaliseKind.Goalposts => $"đưa về thang {N(by.Lower)}–{N(by.Upper)} theo mốc {N(by.Low)} và {N(by.High)}",
        _ => "giữ nguyên giá trị",
    };

    private static string N(double value) => VietnameseFormat.Plain(value);
}
