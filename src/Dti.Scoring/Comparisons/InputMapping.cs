using Dti.Scoring.Sets;

namespace Dti.Scoring.Comparisons;

/// <summary>
/// A map laid between its two sets: which column of the later set takes which column of the earlier one. What does not fit is left out
/// and named in <see cref="Faults"/>.
/// </summary>
public sealed class InputMapping
{
    /// <summary>Codes of faults: a key the earlier set does not have; types or options that do not fit.</summary>
    public const string UnknownSource = "unknown-map-source";
    public const string Mismatch = "map-type-mismatch";

    /// <summary>One a column of the later set that has a source, in the later set's order.</summary>
    public required IReadOnlyList<ColumnPair> Pairs { get; init; }
    public required IReadOnlyList<MappingFault> Faults { get; init; }

    /// <param name="map">Read from the later set.</param>
    /// <param name="from">The earlier set.</param>
    /// <param name="to">The later set.</param>
    public static InputMapping Between(SetMap map, IndicatorSet from, IndicatorSet to)
    {
        MapKeys old = new(from), now = new(to);
        var faults = new List<MappingFault>();
        var found = new Dictionary<string, ColumnPair>(StringComparer.Ordinal);
        foreach (string key in map.Codes.Select(code => code.From).Concat(map.Unmapped).Where(key => old.Find(key) is null))
            faults.Add(new(key, UnknownSource, FormattableString.Invariant($"the set {map.Set} {map.Year} has no '{key}'"), old.All));
        // Single inputs first: they say more than the whole indicator does.
        foreach (var code in map.Codes.OrderBy(code => now.IsLeaf(code.To) && old.IsLeaf(code.From)))
        {
            if (old.Find(code.From) is not { } sources || now.Find(code.To) is not { } targets)
                continue;
            (Column, Column)[] matched = [.. Matched(sources, targets)];
            if (matched.Length == 0)
                faults.Add(new(code.From, Mismatch, $"'{code.From}' and '{code.To}' have no input of the same id; map each input by itself", []));
            foreach (var (source, target) in matched)
                Add(code, source, target);
        }
        return new() { Pairs = [.. Columns.Of(to).Select(column => found.GetValueOrDefault(column.Key)).OfType<ColumnPair>()], Faults = faults };

        void Add(CodeMap code, Column source, Column target)
        {
            var options = map.Options.GetValueOrDefault(target.Key);
            if (Misfit(source.Input, target.Input, options) is { } misfit)
                faults.Add(new(code.From, Mismatch, $"'{source.Key}' cannot become '{target.Key}': {misfit}", []));
            else
                found.TryAdd(target.Key, new(source, target, options));
        }
    }

    private static IEnumerable<(Column, Column)> Matched(IReadOnlyList<Column> sources, IReadOnlyList<Column> targets) =>
        sources.Count == 1 && targets.Count == 1
            ? [(sources[0], targets[0])]
            : from target in targets
              from source in sources
              where source.Input?.Id == target.Input?.Id
              select (source, target);

    private static string? Misfit(Input? old, Input? now, IReadOnlyDictionary<string, string>? options) => (old?.Type, now?.Type) switch
    {
        (InputType.Choice, InputType.Choice) => Options(old!, now!, options),
        var (was, becomes) when was == becomes => null,
        (InputType.Count or InputType.Percent, InputType.Number or null) or (InputType.Number, null) or (null, InputType.Number) => null,
        var (was, becomes) => $"{Word(was)} is no {Word(becomes)}",
    };

    private static string? Options(Input old, Input now, IReadOnlyDictionary<string, string>? options)
    {
        var known = now.Options.Select(option => option.Code).ToHashSet(StringComparer.Ordinal);
        var lost = old.Options.Select(option => option.Code).Where(code => !known.Contains(options?.GetValueOrDefault(code) ?? code)).ToList();
        return lost.Count == 0 ? null : $"its option '{lost[0]}' is not among {string.Join(", ", known)}; say under options what it becomes";
    }

    private static string Word(InputType? type) => type is { } known ? known switch { InputType.YesNo => "yes_no", _ => known.ToString().ToLowerInvariant() } : "number";
}

/// <summary>An earlier set's column and the later set's that takes its values.</summary>
/// <param name="Old">Column of the earlier set.</param>
/// <param name="New">Column of the later set.</param>
/// <param name="Options">For choices: old option to new option where the codes differ; null = all the same.</param>
public sealed record ColumnPair(Column Old, Column New, IReadOnlyDictionary<string, string>? Options)
{
    /// <summary>The new option an old one becomes; any other word (a date, a quarter's report) stays as it is.</summary>
    public string OptionOf(string old) => Options?.GetValueOrDefault(old) ?? old;

    /// <summary>The old option that becomes a new one, the first where several do; null for a new option that none becomes.</summary>
    public string? OldOptionOf(string now) => New.Input?.Type != InputType.Choice
        ? now
        : Old.Input!.Options.Select(option => option.Code).FirstOrDefault(old => OptionOf(old) == now);
}

/// <summary>What of a map does not fit the earlier set. <see cref="Known"/> holds the words that would have been right.</summary>
public sealed record MappingFault(string Key, string Code, string Message, IEnumerable<string> Known);
