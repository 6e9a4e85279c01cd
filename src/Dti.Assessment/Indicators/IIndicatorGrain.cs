using System.Collections.Immutable;
using Dti.Assessment.Storage;
using Dti.Assessment.Submissions;

namespace Dti.Assessment.Indicators;

/// <summary>Single writer of one indicator's measured values in a round; key <c>&lt;round&gt;/&lt;code&gt;</c>.</summary>
[Alias("dti.indicator-grain")]
public interface IIndicatorGrain : IGrainWithStringKey
{
    [Alias("get"), Orleans.Concurrency.AlwaysInterleave]
    Task<IndicatorObservations> Get();

    /// <summary>Measured values of one unit in a quarter by cell key.</summary>
    [Alias("of-unit"), Orleans.Concurrency.AlwaysInterleave]
    Task<ImmutableDictionary<string, Entry>> OfUnit(string unit, string quarter);

    /// <summary>
    /// Takes observations of a complete harvest (or an import). Idempotent: the same source run changes nothing the second time. Refuses
    /// values that do not fit the input's type or thresholds.
    /// </summary>
    [Alias("observe")]
    Task<ImmutableArray<BrokenRule>> Observe(ImmutableArray<MeasuredValue> observations, Actor actor);
}

/// <summary>Latest measured value by <c>unit/quarter/key</c>, bounded by units × quarters × inputs of one indicator.</summary>
[GenerateSerializer, Alias("dti.indicator-observations"), Immutable]
public sealed record IndicatorObservations : IJournaled
{
    [Id(0)] public string Round { get; init; } = "";
    [Id(1)] public string Code { get; init; } = "";
    [Id(2)] public ImmutableDictionary<string, MeasuredValue> Values { get; init; } = ImmutableDictionary<string, MeasuredValue>.Empty;

    /// <summary>Entries of the write under way; never kept in the row.</summary>
    [Id(9)] public IReadOnlyList<JournalEntry> Journal { get; set; } = [];
}

/// <summary>One measured figure. <see cref="Run"/> names the harvest run it came from, so that a disputed figure can be replayed.</summary>
[GenerateSerializer, Alias("dti.measured-value"), Immutable]
public sealed record MeasuredValue(
    [property: Id(0)] string Unit, [property: Id(1)] string Quarter, [property: Id(2)] string Key, [property: Id(3)] string Metric,
    [property: Id(4)] InputValue Value, [property: Id(5)] DateTimeOffset At, [property: Id(6)] string Source, [property: Id(7)] string Run);
