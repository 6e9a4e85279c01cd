using Dti.Assessment.Targets;
using Dti.Reports.Formatting;

namespace Dti.Reports.Targets;

/// <summary>A target's figures as pages, workbook and report write them.</summary>
public static class TargetText
{
    public const string Chances = "Khả năng đạt: lấy giá trị dự báo cho ngày đến hạn, cộng lần lượt từng mức lệch đã gặp khi thử dự báo lại các kỳ đã qua, rồi đếm bao nhiêu phần số lần đạt mục tiêu. "
        + "Cách dự báo “giữ nguyên” coi như giá trị đứng yên, nên khả năng có thể rất thấp dù đơn vị đang đúng tiến độ. Mọi đơn vị dùng chung các mức lệch đã gặp, nên nhiều đơn vị có thể cùng một khả năng; mức thấp nhất nghĩa là không lần nào đạt. "
        + "Dấu “–”: không nêu khả năng, thường vì đơn vị có quá ít kỳ số liệu.";

    /// <summary>The convention of signs, the same on pages, in the sheet and in the report.</summary>
    public const string Signs = "Tốc độ mang dấu + là giá trị tăng, dấu − là giá trị giảm mỗi năm. Với mục tiêu “nhiều nhất”, giá trị phải giảm nên tốc độ cần có mang dấu −.";

    /// <summary>Why a pace is not told.</summary>
    public const string NoPace = "Dấu “–” ở cột tốc độ thực tế: đơn vị chưa có hai kỳ số liệu để tính.";

    public static string Of(TargetState state) => state switch
    {
        TargetState.Reached => "Đạt",
        TargetState.OnTrack => "Đúng tiến độ",
        TargetState.Behind => "Chậm",
        TargetState.Missed => "Quá hạn, chưa đạt",
        _ => "Chưa đủ số liệu",
    };

    /// <summary>"ít nhất 100%" or "nhiều nhất 6 tháng".</summary>
    public static string Asked(TargetProgress target) => $"{(target.Direction > 0 ? "ít nhất" : "nhiều nhất")} {Plain(target, target.Value)}";

    public static string Plain(TargetProgress target, double value) => VietnameseFormat.Plain(value) + Unit(target);

    /// <summary>With one decimal and the unit.</summary>
    public static string Value(TargetProgress target, double? value) => value is { } known ? VietnameseFormat.Number(known, 1) + Unit(target) : VietnameseFormat.Nothing;

    /// <summary>What the value changes by a year, with its sign: a target of at most six months is approached by less.</summary>
    public static string Pace(TargetProgress target, double? pace) => AsChange(target, pace) is { } known
        ? $"{(VietnameseFormat.Number(known, 1) is "0,0" or "−0,0" ? "" : known > 0 ? "+" : "")}{VietnameseFormat.Number(known, 1)}{(target.Unit == "%" ? " điểm %" : Unit(target))}/năm"
        : VietnameseFormat.Nothing;

    /// <summary>Up is plus whichever way the target lies; an edition's paces are positive towards it.</summary>
    public static double? AsChange(TargetProgress target, double? pace) => pace is { } known ? known == 0 ? 0 : known * target.Direction : null;

    /// <summary>Never 0% nor 100%: a forecast does not know that.</summary>
    public static string Chance(double? chance) => chance switch
    {
        null => VietnameseFormat.Nothing,
        < 0.01 => "dưới 1%",
        > 0.99 => "trên 99%",
        _ => VietnameseFormat.Percent(chance, 0),
    };

    /// <summary>"quý III/2025" or "năm 2025".</summary>
    public static string Period(string period) => period.Split("-q") is [var year, var quarter]
        ? $"quý {quarter switch { "1" => "I", "2" => "II", "3" => "III", _ => "IV" }}/{year}"
        : $"năm {period}";

    /// <summary>How many units there are in each state, in the order of <see cref="States"/>.</summary>
    public static int Count(TargetProgress target, TargetState state) => target.Units.Count(unit => unit.State == state);

    /// <summary>Share of the units with figures that have reached it; null where none has figures.</summary>
    public static double? ReachedShare(TargetProgress target) => target.Units.Count(unit => unit.Readings.Count > 0) is > 0 and var known
        ? (double)Count(target, TargetState.Reached) / known
        : null;

    /// <summary>How many units the forecast gives at least even chances.</summary>
    public static string Likely(TargetProgress target) => target.Units.Count(unit => unit.Chance is not null) is > 0 and var said
        ? $"{VietnameseFormat.Number(target.Units.Count(unit => unit.Chance >= 0.5), 0)}/{VietnameseFormat.Number(said, 0)} đơn vị"
        : VietnameseFormat.Nothing;

    public static IReadOnlyList<TargetState> States { get; } = [TargetState.Reached, TargetState.OnTrack, TargetState.Behind, TargetState.Missed, TargetState.Unknown];

    private static string Unit(TargetProgress target) => target.Unit switch { null => "", "%" => "%", var unit => " " + unit };
}
