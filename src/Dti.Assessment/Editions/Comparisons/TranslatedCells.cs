using Dti.Assessment.Submissions;
using Dti.Scoring.Comparisons;
using Dti.Scoring.Quarters;
using Dti.Scoring.Sets;
using Dti.Scoring.Tables;

namespace Dti.Assessment.Editions.Comparisons;

/// <summary>
/// An edition's cells in another set's columns. What counted in its year is what is carried over, quarter by quarter; the other set's
/// own rule makes the year from the quarters. A value that does not fit its new column enters as missing.
/// </summary>
internal static class TranslatedCells
{
    /// <summary>The old edition's inputs in the new set's columns.</summary>
    public static UnitTable Forward(Edition old, IndicatorSet to, InputMapping mapping) => Table(
        old, to, mapping.Pairs.ToLookup(pair => pair.Old.Key, pair => (pair.New.Key, (Func<string, string?>)pair.OptionOf), StringComparer.Ordinal));

    /// <summary>The new edition's inputs in the old set's columns; where one old column fed several, the first of them gives it back.</summary>
    public static UnitTable Backward(Edition now, IndicatorSet to, InputMapping mapping) => Table(
        now, to, mapping.Pairs.DistinctBy(pair => pair.Old.Key).ToLookup(pair => pair.New.Key, pair => (pair.Old.Key, (Func<string, string?>)pair.OldOptionOf), StringComparer.Ordinal));

    /// <summary>The edition's own inputs in its own set's columns, as they were scored.</summary>
    public static UnitTable Own(Edition edition, IndicatorSet set) => YearTable.Build(set, edition.Units, edition.Inputs, (_, cell) => cell.Counted).Table;

    private static UnitTable Table(Edition edition, IndicatorSet to, ILookup<string, (string Key, Func<string, string?> Option)> targets)
    {
        var columns = YearColumns.Of(to);
        // What leaves name besides (denominators, columns that group for imputation) has no code of its own to be mapped: its name carries it.
        string[] beside = [.. columns.All.Select(column => column.Key).Except(Columns.Of(to).Select(column => column.Key))];
        EditionInput[] cells = [.. edition.Inputs.SelectMany(cell => Translated(cell, targets[cell.Key], beside))];
        return YearTable.Build(to, edition.Units, cells, (_, cell) => cell.Counted).Table;
    }

    private static IEnumerable<EditionInput> Translated(EditionInput cell, IEnumerable<(string Key, Func<string, string?> Option)> targets, string[] beside)
    {
        if (cell.ValueOf(cell.Counted) is not { } value)
            yield break;
        foreach (var (key, option) in targets)
            if (value.Word is not { } word)
                yield return Cell(key, value);
            else if (option(word) is { } translated)
                yield return Cell(key, InputValue.Of(translated));
        if (beside.Contains(cell.Key))
            yield return Cell(cell.Key, value);

        EditionInput Cell(string key, InputValue carried) =>
            new() { Unit = cell.Unit, Key = key, Quarter = cell.Quarter, Verified = carried, Counted = Layer.Verified };
    }
}
