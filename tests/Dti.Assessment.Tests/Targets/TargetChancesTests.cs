using Dti.Assessment.Forecasting;
using Dti.Assessment.Targets;
using Dti.Scoring.Sets;

namespace Dti.Assessment.Tests.Targets;

public sealed class TargetChancesTests
{
    private static readonly Target Ratio = new() { By = new(2026, 12, 31), Value = 100, Of = new RatioMeasure(new("a", "x"), new("a", "y")), Source = "s" };
    private static readonly Target Number = Ratio with { Of = new InputMeasure(new("a", "x"), InputType.Number), Value = 0 };

    [Fact]
    public void What_never_moved_is_as_sure_as_its_past_is_long()
    {
        // 12 units over 12 quarters: of the origins after the 8th to the 11th two see three quarters ahead, one four, which is too few.
        // So 24 errors, all 0: (24 + 1) / (24 + 2) where the target stands already, (0 + 1) / (24 + 2) elsewhere.
        var chances = new TargetChances(Ratio, Units(12, unit => Enumerable.Repeat(unit == 0 ? 100.0 : 50.0, 12)), seed: 1);
        double sure = chances.Of("u0").Chance!.Value, hopeless = chances.Of("u1").Chance!.Value;
        sure.ShouldBe(25 / 26.0, 1e-12);
        hopeless.ShouldBe(1 / 26.0, 1e-12);
    }

    [Fact]
    public void Chances_of_random_walks_are_what_comes_true()
    {
        var random = new Random(7);
        double[][] walks = [.. Enumerable.Range(0, 400).Select(_ => Walk(random, 28))];
        var known = Units(400, unit => walks[unit].Take(24));
        // Known to the end of 2025; each asks whether it is at least one step's size higher a year on.
        double said = 0;
        int came = 0;
        var chances = Enumerable.Range(0, 4).ToDictionary(at => at, at => new TargetChances(Number with { Value = walks[at][23] + 1 }, known, seed: 1));
        foreach (var (at, chance) in chances)
        {
            for (int unit = 0; unit < 400; unit++)
            {
                // The target of one unit asked of all: high for some, low for others.
                said += chance.Of($"u{unit}").Chance!.Value;
                came += walks[unit][27] >= walks[at][23] + 1 ? 1 : 0;
            }
        }
        (said / 1600).ShouldBe(came / 1600.0, 0.04);
    }

    [Fact]
    public void The_nearer_the_target_the_better_the_chance()
    {
        var random = new Random(3);
        var known = Units(40, _ => Walk(random, 20));
        double[] asked = [-6, -3, 0, 3, 6];
        double[] chances = [.. asked.Select(more => new TargetChances(Number with { Value = known["u0"][^1].Value + more }, known, seed: 1).Of("u0").Chance!.Value)];
        chances.ShouldBe(chances.OrderDescending());
        chances[0].ShouldBeGreaterThan(0.8);
        chances[^1].ShouldBeLessThan(0.2);
        var less = new TargetChances(Number with { Value = known["u0"][^1].Value + 6, Direction = -1 }, known, seed: 1).Of("u0").Chance!.Value;
        less.ShouldBeGreaterThan(0.8);
    }

    [Fact]
    public void Without_enough_past_there_is_a_reason_and_no_number()
    {
        var four = new TargetChances(Ratio, Units(12, _ => [1, 2, 3, 4]), seed: 1);
        four.Of("u0").ShouldBe((null, "Chuỗi quá ngắn: có 4 kỳ, cần ít nhất 8 kỳ."));
        four.Method.ShouldBeNull();
        new TargetChances(Ratio, Units(12, _ => Enumerable.Range(1, 9).Select(i => (double)i)), seed: 1).Of("u0").Reason!.ShouldContain("cần ít nhất 2");
        new TargetChances(Ratio with { By = new(2032, 12, 31) }, Units(12, _ => Enumerable.Range(1, 16).Select(i => (double)i)), seed: 1).Of("u0").Reason!.ShouldContain("Hạn còn quá xa: 28 kỳ");
        new TargetChances(Ratio with { By = new(2025, 12, 31) }, Units(12, _ => Enumerable.Range(1, 16).Select(i => (double)i)), seed: 1).Of("u0").Reason.ShouldBe("Không còn kỳ số liệu nào trước hạn.");
        four.Of("nobody").ShouldBe((null, "Chưa có số liệu."));
    }

    [Fact]
    public void The_order_of_units_changes_nothing()
    {
        var random = new Random(5);
        var known = Units(30, _ => Walk(random, 18));
        var turned = known.Reverse().ToDictionary();
        var (one, other) = (new TargetChances(Number, known, 1), new TargetChances(Number, turned, 1));
        known.Keys.Select(one.Of).ShouldBe(known.Keys.Select(other.Of));
    }

    private static double[] Walk(Random random, int length)
    {
        double[] values = new double[length];
        for (int i = 1; i < length; i++)
            values[i] = values[i - 1] + 2 * random.NextDouble() - 1;
        return values;
    }

    /// <summary>Quarters that end with the fourth of 2025.</summary>
    private static Dictionary<string, IReadOnlyList<TargetReading>> Units(int count, Func<int, IEnumerable<double>> values) =>
        Enumerable.Range(0, count).ToDictionary(unit => $"u{unit}", unit =>
        {
            double[] all = [.. values(unit)];
            return (IReadOnlyList<TargetReading>)[.. all.Select((value, i) => new TargetReading(new Period(2025 * 4 + 3 - (all.Length - 1 - i), 4, true).ToString(), value))];
        });
}
