using System.Globalization;
using System.Text.RegularExpressions;

namespace Dti.Assessment.Units;

/// <summary>The cells of one row, turned into a unit; every fault of the row is reported, not only the first.</summary>
internal sealed partial class UnitCells(string file, int line, string[] columns, string[] cells, List<UnitFault> faults)
{
    public Unit? Unit()
    {
        var before = faults.Count;
        var unit = new Unit(
            Code(Required("code")),
            Required("name_vi").Normalize(),
            Cell("name_en").Normalize(),
            Cell("group"),
            Absent(Cell("parent")),
            Date("valid_from"),
            Date("valid_until"),
            Date("changed_on"),
            Predecessors(),
            Ranked(),
            Absent(Cell("official_code")),
            Absent(Cell("note").Normalize()),
            Split());
        if (unit.ValidFrom > unit.ValidUntil)
            Fault("dates-out-of-order", "valid_until is before valid_from");
        if (unit.ChangedOn <= unit.ValidFrom || unit.ChangedOn > unit.ValidUntil)
            Fault("dates-out-of-order", "changed_on must be after valid_from and not after valid_until");
        if (unit.ChangedOn is not null && unit.Predecessors.Count == 0)
            Fault("missing-value", "changed_on is given, so predecessors must say whom the unit absorbed");
        return faults.Count == before ? unit : null;
    }

    private string Cell(string column) => Array.IndexOf(columns, column) is >= 0 and var at ? cells[at].Trim() : "";

    private string Required(string column)
    {
        var text = Cell(column);
        if (text.Length == 0)
            Fault("missing-value", $"{column} is empty");
        return text;
    }

    private string Code(string code)
    {
        if (code.Length > 0 && !CodeForm().IsMatch(code))
            Fault("bad-code", $"'{code}' is not a code; codes are like so-khcn: a-z, 0-9 and single hyphens");
        return code;
    }

    private DateOnly? Date(string column)
    {
        var text = Cell(column);
        if (text.Length == 0)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        Fault("bad-date", $"{column} '{text}' is not a date; write 2025-03-01");
        return null;
    }

    private bool Ranked()
    {
        var text = Cell("ranked");
        if (text is not ("" or "1" or "0"))
            Fault("bad-ranked", $"ranked '{text}' is neither 1 nor 0");
        return text != "0";
    }

    private SplitRule Split()
    {
        var text = Cell("split");
        if (text is not ("" or "none" or "whole"))
            Fault("bad-split", $"split '{text}' is neither none (no comparison) nor whole (the old unit's result stands for each part)");
        return text == "whole" ? SplitRule.Whole : SplitRule.None;
    }

    private List<Predecessor> Predecessors()
    {
        var found = new List<Predecessor>();
        foreach (var part in Cell("predecessors").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var halves = part.Split(':', StringSplitOptions.TrimEntries);
            if (halves.Length != 2
                || !double.TryParse(halves[1], NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var weight)
                || !double.IsFinite(weight))
                Fault("bad-predecessor", $"'{part}' is not code:weight, for example so-tttt:1");
            else if (weight <= 0)
                Fault("bad-weight", $"the weight of predecessor '{halves[0]}' must be more than 0");
            else if (found.Exists(other => other.Code == halves[0]))
                Fault("duplicate-predecessor", $"predecessor '{halves[0]}' stands twice; add up its weights");
            else
                found.Add(new(Code(halves[0]), weight));
        }
        return found;
    }

    private static string? Absent(string text) => text.Length == 0 ? null : text;

    private void Fault(string code, string message) => faults.Add(new(file, line, code, message));

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex CodeForm();
}
