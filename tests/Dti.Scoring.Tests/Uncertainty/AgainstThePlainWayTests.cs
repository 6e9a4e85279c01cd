using Dti.Scoring.Rankings;
using Dti.Scoring.Sets;
using Dti.Scoring.Tables;
using Dti.Scoring.Uncertainty;

namespace Dti.Scoring.Tests.Uncertainty;

/// <summary>Every rank of every draw equals that of the set written out with the draw's weights and scored by the plan.</summary>
public sealed class AgainstThePlainWayTests
{
    private static readonly Normalisation Scale = new(NormaliseKind.MinMax) { Lower = 1, Upper = 100 };

    private static readonly IndicatorSet Composite = Given.Composite(
        Given.Branch("a", Given.Leaf("a1", Scale, 2), Given.Leaf("a2", Scale), Given.Leaf("a3", new(NormaliseKind.PercentileRank) { Lower = 1, Upper = 100 }, 0)) with { Weight = 3 },
        Given.Branch("b", Given.Leaf("b1", Scale), Given.Branch("b2", Given.Leaf("b21", Scale), Given.Leaf("b22", Scale))),
        Given.Leaf("c", Scale, 0.5)) with { Groups = [] };

    private static readonly string[] CompositeColumns = ["a1", "a2", "a3", "b1", "b21", "b22", "c", "d11"];

    private static readonly IndicatorSet Points = Given.Points(
        Given.Branch("1",
            Given.Indicator("1.1", 30, new RatioRule(new("1.1", "a"), new("1.1", "b"), 0.8, 0.1, WhenEmpty.Exclude), Given.Number("a"), Given.Number("b")),
            Given.Indicator("1.2", 20, new RelativeRule(new("1.2", "x"), WhenEmpty.Full), Given.Number("x"))),
        Applying(Given.Indicator("2", 25.5, new LinearRule(new("2", "x"), 0, 100), Given.Input("x", InputType.Percent)), "so"),
        Given.Branch("3",
            Given.Indicator("3.1", 24.5, new LinearRule(new("3.1", "x"), 0, 100), Given.Number("x")),
            NotScored(Given.Ten("3.2"))));

    private static readonly string[] PointColumns = ["1.1.a", "1.1.b", "1.2", "2", "3.1", "3.2"];

    public static TheoryData<string> Cases => [.. Sets.Keys];

    private static readonly Dictionary<string, IndicatorSet> Sets = new()
    {
        ["points as the contract has it"] = Points,
        ["points rescaled"] = Points with { NotApplicable = NotApplicable.Rescale },
        ["points one dropped"] = Points with { Uncertainty = new() { DropOne = true } },
        ["points rescaled one dropped"] = Points with { NotApplicable = NotApplicable.Rescale, Uncertainty = new() { DropOne = true, Weights = 1 } },
        ["points with errors"] = Points with { Uncertainty = new() { Weights = 0.1, Inputs = new Dictionary<string, double> { ["1.1.a"] = 0.3, ["2"] = 0.5 }, Normalise = [NormaliseKind.MinMax, NormaliseKind.ZScore] } },
        ["points that may all be excluded, one dropped"] = Given.Points(
            Given.Indicator("1.1", 30, new RatioRule(new("1.1", "a"), new("1.1", "b"), 0.8, 0.1, WhenEmpty.Exclude), Given.Number("a"), Given.Number("b")),
            Applying(Given.Indicator("2", 25.5, new LinearRule(new("2", "x"), 0, 100), Given.Input("x", InputType.Percent)), "huyen"),
            Given.Ten("3.1") with { Indicator = Given.Ten("3.1").Indicator! with { Points = 0 } }) with { NotApplicable = NotApplicable.Rescale, Uncertainty = new() { DropOne = true } },
        ["points average ties"] = Points with { Ranking = new(Ties.Average, 0) },
        ["points dense ties"] = Points with { Ranking = new(Ties.Dense, 0) },
        ["points greatest ties"] = Points with { Ranking = new(Ties.Max, -1) },
        ["points unrounded"] = Points with { Ranking = new(Ties.Min, 2, RankRounding.After) },
        ["means"] = Composite,
        ["means unrounded"] = Composite with { Ranking = new(Ties.Min, 2, RankRounding.After) },
        ["means with a threshold that is just reached"] = WithThreshold(Composite, 0.5),
        ["means with a threshold"] = WithThreshold(Composite, 0.6),
        ["means one dropped with a threshold"] = WithThreshold(Composite with { Uncertainty = new() { DropOne = true } }, 0.6),
        ["means with a branch of one leaf dropped"] = WithThreshold(
            Composite with { Nodes = [.. Composite.Nodes, Given.Branch("d", Given.Branch("d1", Given.Leaf("d11", Scale))) with { Weight = 2 }], Uncertainty = new() { DropOne = true } }, 0.6),
        ["a geometric mean among arithmetic ones"] = Composite with { Nodes = [Composite.Nodes[0] with { Aggregate = Aggregation.Geometric }, .. Composite.Nodes.Skip(1)] },
        ["geometric means"] = Of(Composite, Aggregation.Geometric),
        ["harmonic over geometric means"] = Of(Composite, Aggregation.Geometric) with { Aggregate = Aggregation.Harmonic },
        ["all there is"] = WithThreshold(Composite, 0.3) with
        {
            Uncertainty = new()
            {
                Normalise = [NormaliseKind.MinMax, NormaliseKind.ZScore],
                Aggregate = [Aggregation.Arithmetic, Aggregation.Geometric, Aggregation.Harmonic],
                Inputs = new Dictionary<string, double> { ["a1"] = 0.2, ["b22"] = 0.4 },
                DropOne = true,
            },
        },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Ranks_are_those_of_the_set_written_out(string name)
    {
        var set = Sets[name];
        foreach (int units in (int[])[1, 2, 7, 130])
        {
            if (units < 3 && set.Kind == SetKind.Normalised)
                continue;
            var table = Table(set.Kind == SetKind.Points ? PointColumns : CompositeColumns, units, set.Kind == SetKind.Points);
            const int Draws = 70;
            ulong seed = 20251124 + (ulong)units;
            double[][] expected = PlainUncertainty.Ranks(set, table, Draws, seed);
            var result = Run(set, table, Draws, seed);
            for (int slot = 0; slot < result.Pools.Slots.Length; slot++)
                result.RanksOf(slot).ToArray().Select(rank => rank == 0 ? double.NaN : (double)rank / result.Scale)
                    .ShouldBe(expected[result.Pools.Slots[slot]], $"{name}, {units} units, unit {result.Pools.Slots[slot]}");
        }
    }

    internal static RankUncertainty Run(IndicatorSet set, UnitTable table, int draws, ulong seed, int threads = 2)
    {
        var scores = Given.Score(set, table);
        return UncertaintyAnalysis.Run(scores, Ranking.Rank(set, table, scores.Values[0]), new(draws, seed, threads));
    }

    private static UnitTable Table(string[] columns, int units, bool groups)
    {
        var random = new Random(7 * units);
        var table = Given.Table([.. columns.Select(column => (column, Enumerable.Range(0, units).Select(_ => random.Next(8) == 0 ? double.NaN : random.Next(0, 40) * 2.5).ToArray()))]);
        return new()
        {
            Units = [.. table.Units.Select((unit, row) => unit with
            {
                Group = groups && row % 3 == 1 ? "so" : "huyen",
                Pool = row % 5 == 0 ? "p" : "",
                Ranked = row == 0 || row % 11 != 0,
            })],
            Columns = table.Columns,
        };
    }

    private static Node Applying(Node node, string group) => node with { Indicator = node.Indicator! with { Groups = [group], WhenMissing = WhenMissing.Exclude } };

    private static Node NotScored(Node node) => node with { Indicator = node.Indicator! with { Scored = false } };

    private static IndicatorSet WithThreshold(IndicatorSet set, double threshold) => set with { DataThreshold = threshold, Nodes = [.. set.Nodes.Select(node => Each(node, n => n with { DataThreshold = threshold }))] };

    private static IndicatorSet Of(IndicatorSet set, Aggregation kind) => set with { Aggregate = kind, Nodes = [.. set.Nodes.Select(node => Each(node, n => n with { Aggregate = kind }))] };

    private static Node Each(Node node, Func<Node, Node> change) => change(node with { Children = [.. node.Children.Select(child => Each(child, change))] });
}
