namespace Dti.Scoring.Sets;

/// <summary>
/// Names of table columns and submission cells: <c>&lt;code&gt;</c> where an indicator has one input, else
/// <c>&lt;code&gt;.&lt;input&gt;</c>; a timeliness indicator has <c>&lt;code&gt;.q1</c> … <c>&lt;code&gt;.q4</c>.
/// </summary>
public static class Columns
{
    public static string Key(Node node, Input input) =>
        node.Indicator is { Inputs.Count: 1 } ? node.Code : $"{node.Code}.{input.Id}";

    /// <summary>Every column the set reads, in tree order, with what it is.</summary>
    public static IEnumerable<Column> Of(IndicatorSet set)
    {
        foreach (var node in set.AllNodes())
        {
            if (node.Normalised is not null)
                yield return new(node.Code, node, null);
            else if (node.Indicator is { } indicator)
                foreach (var input in indicator.Inputs)
                    yield return new(Key(node, input), node, input);
        }
    }

    /// <summary>Columns of numbers that divide leaves of a normalised set, beside those of <see cref="Of"/>.</summary>
    public static IEnumerable<string> Denominators(IndicatorSet set) =>
        set.AllNodes().Select(node => node.Normalised?.Denominator).OfType<string>().Distinct(StringComparer.Ordinal);

    /// <summary>Columns of words (<see cref="Tables.UnitTable.Labels"/>) by which leaves of a normalised set are imputed; the group column is not among them.</summary>
    public static IEnumerable<string> Labels(IndicatorSet set) =>
        set.AllNodes().Select(node => node.Normalised?.ImputeBy).OfType<string>().Where(label => label != "group").Distinct(StringComparer.Ordinal);
}

/// <summary>A column of the table; <see cref="Input"/> is null for a normalised leaf.</summary>
public sealed record Column(string Key, Node Node, Input? Input);
