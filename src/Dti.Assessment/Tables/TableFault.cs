using System.Globalization;
using Dti.Scoring.Tables;

namespace Dti.Assessment.Tables;

/// <summary>One thing wrong in a table. Lines count from 1, 0 is the file as a whole; the column is its name in the header.</summary>
public sealed record TableFault(string File, int Line, string Column, string Code, string Message)
{
    public override string ToString() => Column.Length == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{File}:{Line} {Code} {Message}")
        : string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}:{Column} {Code} {Message}");
}

/// <summary>A file read as a table. <see cref="Table"/> is null exactly when there is a fault.</summary>
public sealed record TableReading(UnitTable? Table, IReadOnlyList<TableFault> Faults, string Sha256);

/// <summary>Stable codes of every fault a table can have, beside those of files.</summary>
public static class TableFaultCodes
{
    public const string MissingFile = "missing-file";
    public const string NotAFile = "not-a-file";
    public const string Unreadable = "unreadable";
    public const string TooLarge = "too-large";
    public const string InvalidUtf8 = "invalid-utf8";
    public const string ControlCharacter = "control-character";
    public const string EmptyFile = "empty-file";
    public const string NoUnits = "no-units";
    public const string WrongSeparator = "wrong-separator";
    public const string UnterminatedQuote = "unterminated-quote";
    public const string MisplacedQuote = "misplaced-quote";
    public const string CellTooLarge = "cell-too-large";
    public const string TooManyUnits = "too-many-units";
    public const string RaggedRow = "ragged-row";
    public const string MissingColumn = "missing-column";
    public const string UnknownColumn = "unknown-column";
    public const string DuplicateColumn = "duplicate-column";
    public const string EmptyUnit = "empty-unit";
    public const string DuplicateUnit = "duplicate-unit";
    public const string UnknownGroup = "unknown-group";
    public const string InvalidValue = "invalid-value";
    public const string TooManyFaults = "too-many-faults";
}

/// <summary>Collects faults; past <see cref="Limit"/> they are only counted.</summary>
internal sealed class TableFaults(string file)
{
    public const int Limit = 200;

    private readonly List<TableFault> faults = [];
    private int beyond;

    public bool Any => faults.Count > 0;
    public bool IsFull => faults.Count >= Limit;

    public void Add(int line, string column, string code, string message)
    {
        if (IsFull)
            beyond++;
        else
            faults.Add(new(file, line, column, code, message));
    }

    /// <summary>For messages that search for a suggestion: made only when the fault is kept.</summary>
    public void Add(int line, string column, string code, Func<string> message) => Add(line, column, code, IsFull ? "" : message());

    public IReadOnlyList<TableFault> InOrder()
    {
        List<TableFault> ordered = [.. faults.OrderBy(fault => fault.Line)];
        if (beyond > 0)
            ordered.Add(new(file, ordered[^1].Line, "", TableFaultCodes.TooManyFaults, string.Create(CultureInfo.InvariantCulture, $"{beyond} more faults are not listed; mend these first")));
        return ordered;
    }
}
