namespace Dti.Assessment.Deadlines;

/// <summary>
/// A unit's chance of missing a deadline, from what all units' past reports have in common. Beta-binomial: the share of a unit's own reports
/// that were late, drawn towards all units' share, the more the fewer it has and the more alike units are (empirical Bayes with the moments
/// of Kleinman, 1973, "Proportions with extraneous variance", JASA 68, 46–54); its odds are then multiplied by how much likelier such progress
/// was among late reports than among the others.
/// </summary>
public sealed class LatenessModel
{
    /// <summary>Reports of the pooled share that every class of progress is given beforehand, so that a class seen once says little.</summary>
    private const double Beforehand = 10;
    /// <summary>Weight, in reports, of the pooled share where units do not differ beyond chance.</summary>
    private const double MostWeight = 1000;

    private readonly Dictionary<string, (int Late, int All)> _units;
    private readonly Dictionary<Progress, double> _ratios;
    private readonly double _weight;

    /// <param name="past">At least one report.</param>
    public LatenessModel(IReadOnlyCollection<PastReport> past)
    {
        _units = past.GroupBy(report => report.Unit).ToDictionary(unit => unit.Key, unit => (unit.Count(report => report.Late), unit.Count()), StringComparer.Ordinal);
        int late = past.Count(report => report.Late);
        // Never certain: half a late and half a timely report besides.
        BaseRate = (late + 0.5) / (past.Count + 1);
        _weight = Weight([.. _units.Values], BaseRate);
        _ratios = Enum.GetValues<Progress>().ToDictionary(progress => progress, progress => Ratio(past, progress, late));
    }

    /// <summary>The share of all reports that were late.</summary>
    public double BaseRate { get; }

    public (int Late, int All) Of(string unit) => _units.GetValueOrDefault(unit);

    /// <summary>By its own past alone.</summary>
    public double ByPast(string unit) => Of(unit) is var (late, all) ? (late + _weight * BaseRate) / (all + _weight) : BaseRate;

    /// <summary>By its own past and how far the report has come.</summary>
    public double ByPastAndProgress(string unit, Progress progress)
    {
        double chance = ByPast(unit), odds = chance / (1 - chance) * _ratios[progress];
        return odds / (1 + odds);
    }

    /// <summary>α + β of the beta distribution of units' shares.</summary>
    private static double Weight((int Late, int All)[] units, double rate)
    {
        if (units.Length < 2)
            return MostWeight;
        double all = units.Sum(unit => unit.All), squares = units.Sum(unit => (double)unit.All * unit.All);
        double spread = units.Sum(unit => unit.All * Math.Pow((double)unit.Late / unit.All - rate, 2));
        double chance = rate * (1 - rate) * (units.Length - 1), more = rate * (1 - rate) * (all - squares / all - (units.Length - 1));
        // The share of variance between units (intraclass correlation), at least what the largest weight means.
        double within = more > 0 ? (spread - chance) / more : 0;
        return within > 0 ? Math.Clamp((1 - within) / within, 0.5, MostWeight) : MostWeight;
    }

    private static double Ratio(IReadOnlyCollection<PastReport> past, Progress progress, int late)
    {
        double share = (double)past.Count(report => report.Progress == progress) / past.Count;
        if (share == 0)
            return 1;
        return Among(true, late) / Among(false, past.Count - late);

        double Among(bool lateOnes, int all) => (past.Count(report => report.Late == lateOnes && report.Progress == progress) + Beforehand * share) / (all + Beforehand);
    }
}
