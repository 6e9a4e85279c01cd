using Dti.Scoring.Rankings;
using Dti.Scoring.Sets;
using Dti.Scoring.Tables;
using Dti.Scoring.Uncertainty;
using FsCheck;
using FsCheck.Fluent;

namespace Dti.Scoring.Tests.Uncertainty;

/// <summary>The same set, figures, draws and seed give the same bits, whatever the threads and whatever order the rows and columns stand in.</summary>
public sealed class DeterminismTests
{
    private static readonly UncertaintyRule Everything = new()
    {
        Normalise = [NormaliseKind.MinMax, NormaliseKind.ZScore],
        Aggregate = [Aggregation.Arithmetic, Aggregation.Geometric],
        Inputs = new Dictionary<string, double> { ["1"] = 0.2 },
        DropOne = true,
    };

    private static readonly Normalisation Scale = new(NormaliseKind.MinMax) { Lower = 1, Upper = 100 };

    private static readonly IndicatorSet[] Sets =
    [
        Given.Points(Given.Branch("A", Given.Ten("1"), Given.Ten("2")), Given.Ten("3")) with { Groups = [], Uncertainty = Everything },
        Given.Composite(Given.Branch("A", Given.Leaf("1", Scale), Given.Leaf("2", Scale)), Given.Leaf("3", Scale)) with { Groups = [], Uncertainty = Everything with { Normalise = [], Aggregate = [Aggregation.Arithmetic, Aggregation.Geometric] } },
    ];

    [Fact]
    public void Ranks_and_indices_hang_neither_on_threads_nor_on_order() =>
        Prop.ForAll(Cases(), run =>
        {
            var turned = Turned(run.Table, run.Order);
            var (one, other) = (Ranked(run.Set, run.Table, run.Seed, 1), Ranked(run.Set, turned, run.Seed, run.Threads));
            return run.Order.Select(unit => one.Units[unit]).SequenceEqual(other.Units)
                && run.Order.All(unit => Enumerable.Range(0, run.Order.Length).All(place => Equal(one.Above(unit, run.Order[place]), other.Above(Array.IndexOf(run.Order, unit), place))))
                && Indices(run.Set, run.Table, run.Seed, 1).SequenceEqual(Indices(run.Set, run.Table, run.Seed, run.Threads));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(30));

    private static bool Equal(double one, double other) => one.Equals(other);

    private static RankUncertainty Ranked(IndicatorSet set, UnitTable table, ulong seed, int threads)
    {
        var scores = Given.Score(set, table);
        return UncertaintyAnalysis.Run(scores, Ranking.Rank(set, table, scores.Values[0]), new(60, seed, threads));
    }

    private static IEnumerable<SensitivityIndex> Indices(IndicatorSet set, UnitTable table, ulong seed, int threads)
    {
        var scores = Given.Score(set, table);
        return SensitivityAnalysis.Run(scores, Ranking.Rank(set, table, scores.Values[0]), new(20, seed, threads)).SelectMany(pool => pool.Indices);
    }

    private static UnitTable Turned(UnitTable table, int[] order) => new()
    {
        Units = [.. order.Select(unit => table.Units[unit])],
        Columns = table.Columns.Reverse().ToDictionary(pair => pair.Key, pair => order.Select(unit => pair.Value[unit]).ToArray()),
    };

    private static Arbitrary<Case> Cases() =>
        (from set in Gen.Elements(Sets)
         from units in Gen.Choose(3, 25)
         from cells in Gen.Choose(0, 40).Select(quarters => quarters / 4.0).ArrayOf(3 * units)
         from seed in Gen.Choose(int.MinValue, int.MaxValue)
         from shuffle in Gen.Choose(0, int.MaxValue)
         from threads in Gen.Choose(2, 6)
         select new Case(set, Table(cells, units), (ulong)seed * 2_654_435_761, Order(units, shuffle), threads)).ToArbitrary();

    /// <summary>The last two rows keep every column from being constant.</summary>
    private static UnitTable Table(double[] cells, int units)
    {
        double[] Column(int number) => [.. cells.AsSpan(number * units, units).ToArray(), 0.25, 9.75];
        return Given.Table(("1", Column(0)), ("2", Column(1)), ("3", Column(2)));
    }

    private static int[] Order(int units, int seed)
    {
        int[] order = [.. Enumerable.Range(0, units + 2)];
        new Random(seed).Shuffle(order);
        return order;
    }

    private sealed record Case(IndicatorSet Set, UnitTable Table, ulong Seed, int[] Order, int Threads);
}
