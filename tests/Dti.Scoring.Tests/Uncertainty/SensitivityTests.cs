using Dti.Scoring.Rankings;
using Dti.Scoring.Scores;
using Dti.Scoring.Sets;
using Dti.Scoring.Tables;
using Dti.Scoring.Uncertainty;

namespace Dti.Scoring.Tests.Uncertainty;

public sealed class SensitivityTests
{
    /// <summary>y = x1 + 2 x2 of independent uniforms: the indices are 1/5 and 4/5, alone and in all.</summary>
    [Fact]
    public void Indices_of_a_sum_are_its_shares_of_variance()
    {
        const int N = 200_000;
        var random = new Random(8);
        double[] a = new double[N], b = new double[N], ab = new double[N];
        for (int i = 0; i < N; i++)
        {
            var (a1, a2, b1, b2) = (random.NextDouble() - 0.5, random.NextDouble() - 0.5, random.NextDouble() - 0.5, random.NextDouble() - 0.5);
            (a[i], b[i], ab[i]) = (a1 + 2 * a2, b1 + 2 * b2, b1 + 2 * a2);
        }
        var index = Sobol.Of(a, b, ab);
        index.First.ShouldBe(0.2, 0.01);
        index.Total.ShouldBe(0.2, 0.01);
    }

    /// <summary>By hand: mean 3, variance (4 + 1 + 0 + 9) / 3; yB (yAB − yA) = 2 and 0, (yA − yAB)² = 1 and 0.</summary>
    [Fact]
    public void Indices_follow_the_formulas_of_Saltelli_and_Jansen()
    {
        var index = Sobol.Of([1, 3], [2, 6], [2, 3]);
        index.First.ShouldBe(3.0 / 14, 1e-15);
        index.Total.ShouldBe(3.0 / 56, 1e-15);
    }

    [Theory]
    [InlineData(2, 1, 2)]
    [InlineData(2, 2, 1)]
    public void Samples_are_of_one_length(int a, int b, int ab) =>
        Should.Throw<ArgumentException>(() => Sobol.Of(new double[a], new double[b], new double[ab])).Message.ShouldStartWith("The three samples differ in length.");

    [Fact]
    public void An_output_that_does_not_vary_has_no_indices() => Sobol.Of([1, 1], [1, 1], [1, 1]).ShouldBe(new(double.NaN, double.NaN));

    /// <summary>Known errors of a mean: with y = x1 + 2 x2 and n terms they shrink with √n and cover the truth.</summary>
    [Fact]
    public void Errors_of_the_indices_shrink_with_the_square_root_of_the_sample()
    {
        var (small, large) = (Errors(1_000), Errors(100_000));
        (small.First / large.First).ShouldBe(10, 2);
        (small.Total / large.Total).ShouldBe(10, 2);

        static SobolIndex Errors(int n)
        {
            var random = new Random(n);
            double[] a = new double[n], b = new double[n], ab = new double[n];
            for (int i = 0; i < n; i++)
            {
                var (a1, a2, b1, b2) = (random.NextDouble() - 0.5, random.NextDouble() - 0.5, random.NextDouble() - 0.5, random.NextDouble() - 0.5);
                (a[i], b[i], ab[i]) = (a1 + 2 * a2, b1 + 2 * b2, b1 + 2 * a2);
            }
            var (index, error) = (Sobol.Of(a, b, ab), Sobol.ErrorOf(a, b, ab));
            index.First.ShouldBe(0.2, 4 * error.First);
            index.Total.ShouldBe(0.2, 4 * error.Total);
            return error;
        }
    }

    [Fact]
    public void Only_choices_that_vary_have_an_index_and_the_one_that_does_all_has_it_all()
    {
        var set = Given.Composite(Given.Leaf("a", new(NormaliseKind.None)), Given.Leaf("b", new(NormaliseKind.None))) with
        {
            Groups = [],
            Uncertainty = new() { Weights = 0, Aggregate = [Aggregation.Arithmetic, Aggregation.Geometric], Normalise = [NormaliseKind.None] },
        };
        var index = Run(set, Six, 2000).ShouldHaveSingleItem().Indices.ShouldHaveSingleItem();
        (index.Choice, index.Node).ShouldBe((MethodChoice.Aggregation, null));
        index.Index.First.ShouldBe(1, 0.1);
        index.Index.Total.ShouldBe(1, 0.1);
    }

    [Fact]
    public void Every_choice_a_set_varies_is_told()
    {
        var scale = new Normalisation(NormaliseKind.MinMax) { Lower = 1, Upper = 100 };
        var set = Given.Composite(Given.Leaf("a", scale), Given.Leaf("b", scale)) with
        {
            Groups = [],
            Uncertainty = new()
            {
                Aggregate = [Aggregation.Arithmetic, Aggregation.Geometric],
                Normalise = [NormaliseKind.MinMax, NormaliseKind.ZScore],
                Inputs = new Dictionary<string, double> { ["a"] = 0.1 },
                DropOne = true,
            },
        };
        var indices = Run(set, Six, 500).ShouldHaveSingleItem().Indices;
        indices.Select(item => (item.Choice, item.Node)).ShouldBe(
        [
            (MethodChoice.Weights, null), (MethodChoice.Weights, "a"), (MethodChoice.Weights, "b"), (MethodChoice.Normalisation, null),
            (MethodChoice.Aggregation, null), (MethodChoice.Inputs, null), (MethodChoice.LeaveOneOut, null),
        ]);
        indices.ShouldAllBe(item => item.Index.Total >= 0);
        indices.MaxBy(item => item.Index.Total)!.Choice.ShouldBe(MethodChoice.LeaveOneOut);
    }

    /// <summary>Within family 2 all units earn the same share, so only its weight against family 1 could move a rank, and it cannot.</summary>
    [Fact]
    public void Weights_of_a_family_in_which_all_are_equal_move_no_rank_and_the_other_ones_do()
    {
        var set = Given.Points(Given.Branch("1", Given.Ten("1.1"), Given.Ten("1.2")), Given.Branch("2", Given.Ten("2.1"), Given.Ten("2.2"))) with { Groups = [] };
        var table = Given.Table(("1.1", [1, 5, 9, 2, 7, 4]), ("1.2", [9, 4.5, 0.5, 8, 2.5, 6]), ("2.1", [5, 5, 5, 5, 5, 5]), ("2.2", [5, 5, 5, 5, 5, 5]));
        var indices = Run(set, table, 1000).ShouldHaveSingleItem().Indices;
        indices.Select(item => (item.Choice, item.Node)).ShouldBe([(MethodChoice.Weights, "1"), (MethodChoice.Weights, "2")]);
        indices[0].Index.Total.ShouldBeGreaterThan(0.95);
        indices[1].Index.Total.ShouldBeLessThan(0.05);
    }

    [Fact]
    public void Pools_are_told_apart_and_the_number_of_threads_and_parts_changes_nothing()
    {
        var set = Given.Points(Given.Ten("1"), Given.Ten("2"));
        var random = new Random(5);
        const int Units = 120;
        double[] Column() => [.. Enumerable.Range(0, Units).Select(_ => random.Next(0, 41) / 4.0)];
        var table = Given.Table(("1", Column()), ("2", Column())).InGroups([.. Enumerable.Range(0, Units).Select(unit => unit % 3 == 0 ? "so" : "xa")]);
        // 50,000 bytes hold the ranks of 52 rows of 120 units in 4 samples.
        var (one, four) = (Run(set, table, 333, 1), Run(set, table, 333, 4, 50_000));
        one.Select(pool => pool.Group).ShouldBe(["so", "xa"]);
        for (int pool = 0; pool < 2; pool++)
        {
            four[pool].MeanShift.ShouldBe(one[pool].MeanShift);
            four[pool].Indices.ShouldBe(one[pool].Indices);
        }
        one[0].MeanShift.ShouldBeGreaterThan(0);
        one[0].Indices.ShouldNotBe(one[1].Indices);
    }

    [Fact]
    public void One_family_alone_is_told_as_all_weights()
    {
        var set = Given.Points(Given.Branch("1", Given.Ten("1.1"), Given.Ten("1.2"))) with { Groups = [] };
        var table = Given.Table(("1.1", [1, 5, 9, 2]), ("1.2", [9, 4.5, 0.5, 8]));
        Run(set, table, 100).Single().Indices.Select(item => (item.Choice, item.Node)).ShouldBe([(MethodChoice.Weights, null)]);
        SensitivityAnalysis.RunsPerDraw(ScoringPlan.Compile(set)).ShouldBe(3);
    }

    /// <summary>Draws in which the unit has no rank do not count for it: u2 ranks 1 where the first indicator is left in and not at all otherwise.</summary>
    [Fact]
    public void A_draw_that_does_not_rank_a_unit_does_not_shift_it()
    {
        var set = Given.Points(Given.Ten("1"), Given.Ten("2")) with { Groups = [], Uncertainty = new() { Weights = 0, DropOne = true } };
        set = set with { Nodes = [.. set.Nodes.Select(node => node with { Indicator = node.Indicator! with { WhenMissing = WhenMissing.Exclude } })] };
        Run(set, Given.Table(("1", [double.NaN]), ("2", [7])), 50).Single().MeanShift.ShouldBe(0);
    }

    private static UnitTable Six => Given.Table(("a", [1, 5, 9, 2, 7, 4]), ("b", [9, 4.5, 0.5, 8, 1, 6]));

    private static IReadOnlyList<PoolSensitivity> Run(IndicatorSet set, UnitTable table, int draws, int threads = 2, int chunkBytes = 64_000_000)
    {
        var scores = Given.Score(set, table);
        return SensitivityAnalysis.Run(scores, Ranking.Rank(set, table, scores.Values[0]), new(draws, 3, threads), chunkBytes, CancellationToken.None);
    }
}
