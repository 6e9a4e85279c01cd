using Dti.Scoring.Rankings;
using Dti.Scoring.Scores;
using Dti.Scoring.Sets;
using Dti.Scoring.Uncertainty;

namespace Dti.Assessment.Editions;

/// <summary>
/// How firm a published ranking is: its own draws run again from the edition's inputs, draws and seed, so that everybody gets the
/// same figures, and from the same seed which of the set's choices move the ranks.
/// </summary>
public sealed class EditionRobustness
{
    public const int LongestBase = 2_048;
    public const int ShortestBase = 128;

    /// <summary>Cells (units × leaves × draws) that the search for what matters may take: about two seconds on two processors.</summary>
    public const long MostCells = 400_000_000;

    private EditionRobustness(RankUncertainty drawn, int baseSample, IReadOnlyList<GroupRobustness> groups)
    {
        Draws = drawn.Draws;
        BaseSample = baseSample;
        Groups = groups;
    }

    /// <summary>Draws of the rank intervals.</summary>
    public int Draws { get; }

    /// <summary>Length of the base sample of the sensitivity indices; 0 = the edition is too large for them.</summary>
    public int BaseSample { get; }

    public IReadOnlyList<GroupRobustness> Groups { get; }

    public GroupRobustness? Group(string group, string pool) => Groups.FirstOrDefault(known => known.Group == group && known.Pool == pool);

    /// <param name="edition">A published edition; its inputs alone are read.</param>
    /// <param name="set">The set it carries.</param>
    /// <param name="threads">0 = one a processor. Changes no figure.</param>
    /// <param name="cancellation">Stops within a few draws.</param>
    /// <returns>Null for an edition without rank intervals.</returns>
    public static EditionRobustness? Compute(Edition edition, IndicatorSet set, int threads = 0, CancellationToken cancellation = default)
    {
        if (edition.Uncertainty is not { } asked)
            return null;
        try
        {
            var table = YearTable.Build(set, edition.Units, edition.Inputs, (_, cell) => cell.Counted).Table;
            var scores = ScoringPlan.Compile(set).Score(table);
            var ranking = Ranking.Rank(set, table, [.. Enumerable.Range(0, table.Units.Count).Select(scores.Root)]);
            var options = new UncertaintyOptions(asked.Draws, (ulong)asked.Seed, threads);
            var drawn = UncertaintyAnalysis.Run(scores, ranking, options, cancellation);
            int length = Base(scores, ranking.Count(row => row.Rank is not null));
            var sensitivity = length == 0 ? [] : SensitivityAnalysis.Run(scores, ranking, options with { Draws = length }, cancellation);
            return new(drawn, length, [.. Of(set, edition, ranking, drawn, sensitivity)]);
        }
        catch (ScoringException)
        {
            // As for the intervals themselves: a set whose alternatives cannot be scored on these inputs has none.
            return null;
        }
    }

    private static IEnumerable<GroupRobustness> Of(
        IndicatorSet set, Edition edition, IReadOnlyList<RankedUnit> ranking, RankUncertainty drawn, IReadOnlyList<PoolSensitivity> sensitivity)
    {
        foreach (var rows in ranking.Where(row => row.Rank is not null && drawn.Units[row.Unit] is not null).GroupBy(row => (row.Group, row.Pool)))
            yield return new(
                rows.Key.Group, rows.Key.Pool,
                [.. rows.Select(row => new UnitRobustness(edition.Units[row.Unit].Code, row.Rank!.Value, drawn.Units[row.Unit]!))],
                [.. rows.Select(row => row.Unit)], drawn,
                sensitivity.FirstOrDefault(pool => (set.Groups.Count == 0 || pool.Group == rows.Key.Group) && pool.Pool == rows.Key.Pool));
    }

    /// <summary>A power of two, so that the figures of two editions rest on samples one can compare.</summary>
    private static int Base(SetScores scores, int units)
    {
        long cells = Math.Max(1, (long)units * scores.Plan.Nodes.Count(node => node.Children.Count == 0) * SensitivityAnalysis.RunsPerDraw(scores.Plan));
        int length = LongestBase;
        while (length >= ShortestBase && length * cells > MostCells)
            length /= 2;
        return length < ShortestBase ? 0 : length;
    }
}

/// <summary>Units ranked together, best first.</summary>
public sealed class GroupRobustness
{
    private readonly IReadOnlyList<int> _rows;
    private readonly RankUncertainty _drawn;

    internal GroupRobustness(string group, string pool, IReadOnlyList<UnitRobustness> units, IReadOnlyList<int> rows, RankUncertainty drawn, PoolSensitivity? sensitivity)
    {
        Group = group;
        Pool = pool;
        Units = units;
        _rows = rows;
        _drawn = drawn;
        Sensitivity = sensitivity;
    }

    public string Group { get; }
    public string Pool { get; }
    public IReadOnlyList<UnitRobustness> Units { get; }

    /// <summary>Null where the edition is too large for it.</summary>
    public PoolSensitivity? Sensitivity { get; }

    /// <summary>Share of the draws in which the unit at one place of <see cref="Units"/> is above the unit at another; ties are above for neither.</summary>
    public double Above(int place, int other) => _drawn.Above(_rows[place], _rows[other]);

    /// <summary>Whether the draws tell the two places apart, in whichever order.</summary>
    public bool Distinguishes(int place, int other) => Math.Max(Above(place, other), Above(other, place)) >= RankUncertainty.Distinguishable;
}

/// <param name="Unit">The unit's code.</param>
/// <param name="Rank">As published.</param>
/// <param name="Drawn">Its rank over the draws.</param>
public sealed record UnitRobustness(string Unit, double Rank, RankInterval Drawn);
