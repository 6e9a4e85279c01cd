using Dti.Assessment.Forecasting;

namespace Dti.Assessment.Tests.Forecasting;

public sealed class SingularSpectrumTests
{
    [Fact]
    public void A_series_that_doubles_has_the_recurrence_computed_by_hand()
    {
        // Trajectory [1 2 4; 2 4 8] has the left vector (1, 2) / √5: ν² = 4/5, R = (2 / √5 × 1 / √5) / (1 − 4/5) = 2.
        var spectrum = new SingularSpectrum([1, 2, 4, 8], window: 2);

        spectrum.Recurrence(rank: 1).ShouldNotBeNull().ShouldHaveSingleItem().ShouldBe(2, 1e-12);
        spectrum.Forecast(rank: 1, horizon: 2).ShouldNotBeNull().ShouldBe([16, 32], 1e-9);
    }

    [Fact]
    public void The_signal_is_the_mean_over_antidiagonals_computed_by_hand()
    {
        // The trajectory [3 1; 1 3] has the largest singular value 4 with (1, 1) / √2 on either side, which is [2 2; 2 2].
        new SingularSpectrum([3, 1, 3], window: 2).Signal(rank: 1).ShouldBe([2, 2, 2], 1e-12);
    }

    [Fact]
    public void A_straight_line_goes_on_by_two_components()
    {
        var spectrum = new SingularSpectrum([3, 5, 7, 9, 11, 13, 15, 17], window: 4);

        spectrum.SignalRank().ShouldBe(2);
        spectrum.Forecast(rank: 2, horizon: 3).ShouldNotBeNull().ShouldBe([19, 21, 23], 1e-8);
    }

    [Fact]
    public void A_wave_goes_on_by_two_components()
    {
        double[] wave = [.. Enumerable.Range(0, 24).Select(i => Math.Sin(2 * Math.PI * i / 7))];

        new SingularSpectrum(wave, window: 8).Forecast(rank: 2, horizon: 4).ShouldNotBeNull()
            .ShouldBe([.. Enumerable.Range(24, 4).Select(i => Math.Sin(2 * Math.PI * i / 7))], 1e-8);
    }

    [Fact]
    public void All_components_give_the_series_back()
    {
        double[] values = [4, 1, 7, 7, 2, 9, 3];

        new SingularSpectrum(values, window: 3).Signal(rank: 3).ShouldBe(values, 1e-9);
    }

    [Fact]
    public void Where_the_last_coordinate_is_all_of_the_signal_there_is_no_recurrence() =>
        // [0 0 0; 0 0 1]: the only left vector is (0, 1).
        new SingularSpectrum([0, 0, 0, 1], window: 2).Forecast(rank: 1, horizon: 1).ShouldBeNull();

    [Fact]
    public void Noise_has_no_signal()
    {
        var random = new Random(5);

        Enumerable.Range(0, 40).Count(_ => new SingularSpectrum([.. Enumerable.Range(0, 40).Select(_ => random.NextDouble() - 0.5)], window: 20).SignalRank() == 0).ShouldBeGreaterThan(20);
    }
}
