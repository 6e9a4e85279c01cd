namespace Dti.Assessment.Units;

/// <summary>Faults that show only when every list is known.</summary>
internal static class UnitChecks
{
    public static void Run(IReadOnlyList<UnitRow> rows, List<UnitFault> faults)
    {
        var first = new Dictionary<string, UnitRow>(StringComparer.Ordinal);
        foreach (var row in rows)
            if (!first.TryAdd(row.Unit.Code, row))
                Fault(row, "duplicate-code", FormattableString.Invariant(
                    $"'{row.Unit.Code}' stands already at {first[row.Unit.Code].File}:{first[row.Unit.Code].Line}; a code names one unit for all time"));

        foreach (var row in rows)
        {
            if (row.Unit.Parent is { } parent && !first.ContainsKey(parent))
                Fault(row, "unknown-parent", $"parent '{parent}' is in no list");
            foreach (var old in row.Unit.Predecessors)
                CheckPredecessor(row, old.Code);
        }
        Loops("predecessor-cycle", "its predecessors", unit => unit.Predecessors.Select(old => old.Code).Where(old => old != unit.Code));
        Loops("parent-cycle", "its parents", unit => unit.Parent is { } parent ? [parent] : []);

        void CheckPredecessor(UnitRow row, string old)
        {
            if (!first.TryGetValue(old, out var found))
                Fault(row, "unknown-predecessor", $"predecessor '{old}' is in no list");
            else if (old == row.Unit.Code && row.Unit.ChangedOn is null)
                Fault(row, "self-predecessor", "a unit is its own predecessor only from changed_on, the day it absorbed others");
            else if (old != row.Unit.Code && (row.Unit.Since is not { } since || found.Unit.ValidFrom >= since))
                Fault(row, "dates-out-of-order", row.Unit.Since is null
                    ? "a unit with predecessors needs valid_from, or changed_on when it keeps its name"
                    : $"predecessor '{old}' begins no earlier than this unit");
        }

        // One report a loop, at the row of it that stands first; the others would say the same.
        void Loops(string code, string what, Func<Unit, IEnumerable<string>> next)
        {
            var reported = new HashSet<string>(StringComparer.Ordinal);
            foreach (var row in first.Values)
                if (!reported.Contains(row.Unit.Code) && WayBack(row.Unit.Code, at => first.TryGetValue(at, out var found) ? next(found.Unit) : []) is { } way)
                {
                    reported.UnionWith(way);
                    Fault(row, code, $"{what} lead back to it: {string.Join(" - ", way)}");
                }
        }

        void Fault(UnitRow row, string code, string message) => faults.Add(new(row.File, row.Line, code, message));
    }

    /// <summary>The shortest way from a unit back to itself, both ends named; null when there is none.</summary>
    private static List<string>? WayBack(string start, Func<string, IEnumerable<string>> next)
    {
        var cameFrom = new Dictionary<string, string>(StringComparer.Ordinal);
        var waiting = new Queue<string>([start]);
        while (waiting.TryDequeue(out var at))
            foreach (var further in next(at))
                if (cameFrom.TryAdd(further, at))
                    if (further == start)
                    {
                        List<string> way = [start];
                        for (var step = at; step != start; step = cameFrom[step])
                            way.Add(step);
                        way.Add(start);
                        way.Reverse();
                        return way;
                    }
                    else
                        waiting.Enqueue(further);
        return null;
    }
}
