using Dti.Scoring.Rankings;
using Dti.Scoring.Sets;
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

    [Fact]
    public void Only_choices_that_vary_have_an_index_and_the_one_that_does_all_has_it_all()
    {
        var set = Given.Composite(Given.Leaf("a", new(NormaliseKind.None)), Given.Leaf("b", new(NormaliseKind.None))) with
        {
            Groups = [],
            Uncertainty = new() { Weights = 0, Aggregate = [Aggregation.Arithmetic, Aggregation.Geometric], Normalise = [NormaliseKind.None] },
        };
        var table = Given.Table(("a", [1, 5, 9, 2, 7, 4]), ("b", [9, 4.5, 0.5, 8, 1, 6]));
        var scores = Given.Score(set, table);
        var indices = SensitivityAnalysis.Run(scores, Ranking.Rank(set, table, scores.Values[0]), new(2000, 3, 2));
        var (choice, index) = indices.ShouldHaveSingleItem();
        choice.ShouldBe(MethodChoice.Aggregation);
        index.First.ShouldBe(1, 0.1);
        index.Total.ShouldBe(1, 0.1);
    }

    [Fact]
    public void Every_choice_a_set_varies_is_told()
    {
        var set = Given.Composite(Given.Leaf("a", new(NormaliseKind.MinMax) { Lower = 1, Upper = 100 }), Given.Leaf("b", new(NormaliseKind.MinMax) { Lower = 1, Upper = 100 })) with
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
        var table = Given.Table(("a", [1, 5, 9, 2, 7, 4]), ("b", [9, 4.5, 0.5, 8, 1, 6]));
        var scores = Given.Score(set, table);
        var indices = SensitivityAnalysis.Run(scores, Ranking.Rank(set, table, scores.Values[0]), new(500, 3, 2));
        indices.Select(item => item.Choice).ShouldBe(Enum.GetValues<MethodChoice>());
        indices.ShouldAllBe(item => item.Index.Total >= 0);
        indices.MaxBy(item => item.Index.Total).Choice.ShouldBe(MethodChoice.LeaveOneOut);
    }
}
