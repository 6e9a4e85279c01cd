using Dti.Reports.Formatting;
using Dti.Scoring.Statistics;

namespace Dti.Reports.Statistics;

/// <summary>A statistic for reading, and the reason in words where there is none.</summary>
public static class GapText
{
    public static string Number(Figure figure, int decimals) => VietnameseFormat.Number(figure.Value, decimals);

    public static string Percent(Figure figure) => VietnameseFormat.Percent(figure.Value, 0);

    /// <summary>Null where there is a value.</summary>
    public static string? Reason(Figure figure) => figure.Gap switch
    {
        Gap.None => null,
        Gap.NotApplicable => "không áp dụng cho khối này",
        Gap.NoData => "chưa đơn vị nào có số liệu",
        Gap.TooFew => "quá ít đơn vị có số liệu",
        Gap.Constant => "mọi đơn vị bằng nhau",
        Gap.OneChild => "chưa đủ hai chỉ số khác nhau giữa các đơn vị",
        Gap.NoScale => "thang điểm không có đầu mút",
        Gap.NoCommonVariance => "các thành phần triệt tiêu nhau",
        _ => "số quá lớn",
    };
}
