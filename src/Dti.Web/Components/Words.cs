using System.Globalization;
using Dti.Assessment.Editions.Explanations;
using Dti.Assessment.Rounds;
using Dti.Assessment.Submissions;
using Dti.Reports.Methods;
using Dti.Scoring.Quarters;
using Dti.Scoring.Scores;
using Dti.Scoring.Sets;
using Dti.Web.Numbers;

namespace Dti.Web.Components;

/// <summary>Codes as Vietnamese readers know them.</summary>
internal static class Words
{
    private static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);

    public static string Of(Role? role) => role switch
    {
        Role.Officer => "cán bộ nhập liệu",
        Role.Leader => "lãnh đạo đơn vị",
        Role.Verifier => "thẩm định",
        Role.Soict => "cơ quan chủ trì",
        Role.Committee => "ban chỉ đạo",
        Role.Admin => "quản trị",
        _ => "",
    };

    public static string Of(SubmissionState state) => state.InVietnamese();

    public static string Mark(SubmissionState state) => state switch
    {
        SubmissionState.Accepted or SubmissionState.Final => "mark good",
        SubmissionState.Returned => "mark fault",
        SubmissionState.Draft => "mark plain",
        _ => "mark warning",
    };

    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Accepted => "Chấp nhận",
        Verdict.Corrected => "Đã sửa",
        Verdict.Returned => "Trả lại",
        _ => "Chưa kết luận",
    };

    public static string Mark(Verdict verdict) => verdict switch
    {
        Verdict.Accepted => "mark good",
        Verdict.Corrected => "mark warning",
        Verdict.Returned => "mark fault",
        _ => "mark plain",
    };

    public static string Of(RoundState state) => state switch
    {
        RoundState.Open => "Đang mở",
        RoundState.Frozen => "Đang chốt số liệu",
        RoundState.Published => "Đã công bố",
        _ => "Chưa mở",
    };

    public static string Of(QuarterState state) => state switch
    {
        QuarterState.Open => "Đang nhận số liệu",
        QuarterState.Closed => "Đã đóng",
        _ => "Chưa đến kỳ",
    };

    public static string Of(Layer layer) => layer switch
    {
        Layer.Self => "tự báo cáo",
        Layer.Measured => "đo tự động",
        Layer.Verified => "đã thẩm định",
        _ => "không tính",
    };

    public static string From(InputSource source) => source.Kind switch
    {
        InputSourceKind.Metric => "hệ thống đo",
        InputSourceKind.Survey => "khảo sát",
        InputSourceKind.System => "hệ thống tự ghi",
        _ => "đơn vị báo cáo",
    };

    public static string Quarter(string code) => code switch
    {
        "q1" => "quý I",
        "q2" => "quý II",
        "q3" => "quý III",
        "q4" => "quý IV",
        _ => "cả năm",
    };

    /// <summary>A cell's value for reading: numbers with the decimal comma, options by their names.</summary>
    public static string Value(Input? input, InputValue? value) => value switch
    {
        null => "–",
        { Number: { } number } => VietnameseNumber.Format(number) + (input?.Type == InputType.Percent ? "%" : ""),
        { Flag: { } flag } => flag ? "Có" : "Không",
        { Word: { } word } => Word(input, word),
        _ => "–",
    };

    /// <summary>A number of the scored table, by what its column holds (<see cref="Dti.Scoring.Tables.UnitTable"/>).</summary>
    public static string Value(OperandExplanation operand) => operand.Value switch
    {
        null => "không có",
        { } value => operand.Type switch
        {
            InputType.YesNo => value != 0 ? "Có" : "Không",
            InputType.Choice when operand.Input is { } input && value >= 0 && value < input.Options.Count && value == Math.Floor(value) => input.Options[(int)value].Name.Vi,
            InputType.Date => Day(DateOnly.FromDayNumber((int)value)),
            InputType.Timeliness => value switch { >= 3 => "không phải nộp", >= 2 => "đúng hạn", >= 1 => "chậm", _ => "không nộp" },
            InputType.Percent => VietnameseNumber.Format(value) + "%",
            _ => VietnameseNumber.Format(value),
        },
    };

    /// <summary>What a figure of the year is called; a report of a quarter by its quarter.</summary>
    public static string Name(OperandExplanation operand, QuarterRule quarters) =>
        operand.Type is InputType.Timeliness ? $"Báo cáo {Quarter(operand.Name)}" : QuarterText.YearName(operand.Name, quarters);

    /// <summary>" bộ dữ liệu" after a value; nothing after a percentage, which has its sign, nor where there is no value.</summary>
    public static string Unit(OperandExplanation operand) =>
        operand is { Value: not null, Type: not InputType.Percent, Input.Unit: { } unit } ? $" {unit}" : "";

    public static string Moment(DateTimeOffset at) => at.ToOffset(Vietnam).ToString("HH:mm dd/MM/yyyy", CultureInfo.InvariantCulture);

    public static string Day(DateTimeOffset at) => at.ToOffset(Vietnam).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    public static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);

    /// <summary>A whole number with the grouping point: 5.716.</summary>
    public static string Count(int number) => Dti.Reports.Formatting.VietnameseFormat.Number(number, 0);

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static string Word(Input? input, string word) => input?.Type switch
    {
        InputType.Choice => input.Options.FirstOrDefault(option => option.Code == word)?.Name.Vi ?? word,
        InputType.Date when DateOnly.TryParseExact(word, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => Day(day),
        InputType.Timeliness => word switch { "on_time" => "đúng hạn", "late" => "chậm", "none" => "không nộp", "not_due" => "không phải nộp", _ => word },
        _ => word,
    };
}
