using System.Collections.Immutable;
using System.Globalization;
using Dti.Scoring.Sets;

namespace Dti.Assessment.Submissions;

/// <summary>What a set asks of one unit: the cells in tree order, and whether an answer fits its cell.</summary>
public sealed class SubmissionForm
{
    private readonly Dictionary<string, AskedCell> _cells;

    public SubmissionForm(IndicatorSet set, string unit, string group)
    {
        Cells = [.. Columns.Of(set)
            .Where(column => column.Input is not null and not { From.Kind: InputSourceKind.System }
                && column.Node.Indicator!.AppliesTo(unit, group))
            .Select(column => new AskedCell(column.Key, column.Node, column.Input!))];
        _cells = Cells.ToDictionary(cell => cell.Key, StringComparer.Ordinal);
    }

    private SubmissionForm() => (Cells, _cells) = ([], []);

    /// <summary>Nothing is asked: the unit takes no part in the round.</summary>
    public static SubmissionForm Empty { get; } = new();

    public ImmutableArray<AskedCell> Cells { get; }

    public AskedCell? Find(string key) => _cells.GetValueOrDefault(key);

    /// <summary>Why the value does not fit the cell, or null when it does.</summary>
    public static BrokenRule? Misfit(AskedCell cell, InputValue value)
    {
        string? message = cell.Input.Type switch
        {
            InputType.Count when value.Number is not ({ } n and >= 0 and <= 9_007_199_254_740_991) || n != Math.Floor(n) =>
                "cần một số nguyên không âm, ví dụ 12",
            InputType.Number when value.Number is null => "cần một số, ví dụ 12.5",
            InputType.Percent when value.Number is not (>= 0 and <= 100) => "cần một số từ 0 đến 100",
            InputType.YesNo when value.Flag is null => "cần true (có) hoặc false (không)",
            InputType.Choice when value.Word is not { } word || !cell.Input.Options.Any(option => option.Code == word) =>
                $"cần một trong các lựa chọn: {string.Join(", ", cell.Input.Options.Select(option => option.Code))}",
            InputType.Date when !DateOnly.TryParseExact(value.Word, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) =>
                "cần một ngày dạng năm-tháng-ngày, ví dụ 2025-06-30",
            _ => null,
        };
        return message is null ? null : new(cell.Key, "value-misfit", $"{cell.Key}: {message}.");
    }
}

/// <summary>One cell the unit is asked for; metric cells are shown with their measured value and cannot be typed.</summary>
public sealed record AskedCell(string Key, Node Node, Input Input)
{
    public bool Typed => Input.From.Kind == InputSourceKind.Self;
}
