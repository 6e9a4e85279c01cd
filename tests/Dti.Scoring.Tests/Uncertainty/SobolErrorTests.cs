using Dti.Scoring.Uncertainty;

namespace Dti.Scoring.Tests.Uncertainty;

public sealed class SobolErrorTests
{
    /// <summary>
    /// By hand: mean 3, V = (4 + 0 + 1 + 1 + 9 + 1) / 5 = 3.2. Terms yB (yAB − yA) = 8, 0, 4, around their mean 4, 4, 0; terms
    /// (yA − yAB)² / 2 = 8, 0, 1/2, around their mean 31/6, 17/6, 14/6.
    /// </summary>
    [Fact]
    public void Errors_are_the_terms_deviation_over_the_root_of_n_and_V()
    {
        double[] a = [1, 3, 2], b = [2, 6, 4], ab = [5, 3, 3];
        var error = Sobol.ErrorOf(a, b, ab);
        error.First.ShouldBe(Math.Sqrt((16.0 + 16) / 2 / 3) / 3.2, 1e-14);
        error.Total.ShouldBe(Math.Sqrt((961.0 + 289 + 196) / 36 / 2 / 3) / 3.2, 1e-14);
        var index = Sobol.Of(a, b, ab);
        index.First.ShouldBe(4 / 3.2, 1e-14);
        index.Total.ShouldBe(17.0 / 6 / 3.2, 1e-14);
    }

    [Fact]
    public void One_draw_has_an_index_without_an_error()
    {
        Sobol.Of([1], [3], [2]).ShouldBe(new(1.5, 0.25));
        Sobol.ErrorOf([1], [3], [2]).ShouldBe(new(double.NaN, double.NaN));
    }

    [Fact]
    public void An_output_that_varies_only_in_the_mixed_sample_has_neither()
    {
        Sobol.Of([1, 1], [1, 1], [2, 3]).ShouldBe(new(double.NaN, double.NaN));
        Sobol.ErrorOf([1, 1], [1, 1], [2, 3]).ShouldBe(new(double.NaN, double.NaN));
    }
}
