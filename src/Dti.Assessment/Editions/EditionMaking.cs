using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text;
using Dti.Assessment.Editions.Comparisons;
using Dti.Assessment.Forecasting;
using Dti.Assessment.Rounds;
using Dti.Assessment.Storage;
using Dti.Assessment.Submissions;
using Dti.Assessment.Targets;
using Dti.Scoring.Sets;

namespace Dti.Assessment.Editions;

/// <summary>
/// From a frozen round to a published edition: gathers inputs, scores, ranks, forecasts, writes, signs, links to the edition before.
/// Every step can be done again after a crash: the number is reserved, the file is kept under its hash, publication acts once.
/// </summary>
internal sealed class EditionMaking(SetLibrary sets, IBlobStore blobs, SigningKeys keys, DomainClock time)
{
    private static readonly EditionUncertainty Uncertainty = new(Draws: 2_000, Seed: 142);
    private const string NotDrawn = "Không tính được khoảng hạng với bộ chỉ số và số liệu này nên không công bố khoảng hạng.";
    private static string Early(ImmutableArray<Quarter> quarters) =>
        $"Công bố khi chưa đến hạn nộp của kỳ {string.Join(", ", quarters.Select(quarter => string.Create(CultureInfo.InvariantCulture, $"{quarter.Code} ({quarter.Due.ToOffset(TimeSpan.FromHours(7)):dd'/'MM'/'yyyy})")))}: phiếu chưa nộp của kỳ đó không bị tính là nộp chậm hay không nộp.";

    private const long LargestEdition = 512L * 1024 * 1024;

    /// <exception cref="EditionRefusedException">The inputs cannot be scored; every reason is named.</exception>
    public async Task<PublishedEdition> MakeAsync(
        Round round, ImmutableArray<string> notes, ImmutableArray<string> errata, Actor actor, IGrainFactory grains)
    {
        var stored = await sets.FindAsync(round.SetSha256);
        var series = grains.GetGrain<IEditionSeriesGrain>(SeriesKey.Of(round.SetCode));
        var slot = await series.Reserve(round.Id, round.Year, actor);
        var now = time.GetUtcNow();
        var frozen = new EditionInputs
        {
            Set = stored.Set,
            SetYaml = stored.Yaml,
            SetSha256 = stored.Sha256,
            Number = slot.Number,
            PublishedAt = now,
            PublishedBy = actor.Name,
            Publisher = new(round.Office.Parent, round.Office.Name, round.Office.Place, round.Office.SignerTitle, round.Office.SignerName),
            SoftwareVersion = Version,
            Notice = round.Notice,
            Units = [.. round.Participants.Select(p => RoundUnits.Frozen(p, round.Year))],
            Cells = await InputGathering.GatherAsync(round, stored.Set, now, grains),
            History = [.. round.History.Select(row => new HistoryScore(row.Unit, row.Code, row.Year, row.Score, row.Origin) { Comparable = row.Comparable ? null : false })],
            Forecast = new() { Year = round.Year + 1, Reason = "" },
            Notes = round.NotDue(now) is { IsEmpty: false } early ? [.. notes, Early(early)] : notes,
            Errata = errata,
            PreviousSha256 = slot.PreviousSha256,
            Uncertainty = Uncertainty,
        };
        var past = await PastYearsAsync(stored.Set, (await series.Get()).Published);
        var edition = PastYears.LaidBeside(Compute(frozen), stored.Set, past);
        edition = edition with { Targets = TargetTracking.Of(edition, stored.Set, past) };
        edition = edition with
        {
            Forecast = NextYear.Of(edition, stored.Set),
            Notes = edition.Uncertainty is null ? [.. edition.Notes, NotDrawn] : edition.Notes,
        };
        byte[] bytes = EditionFile.Write(edition);
        byte[] signature = (await keys.SignerAsync()).Sign(bytes);
        string sha256 = await blobs.SaveAsync(new MemoryStream(bytes), "application/json", LargestEdition);
        var published = new PublishedEdition(
            edition.Id, round.Id, round.Year, slot.Number, edition.Set.TitleVi, edition.PublishedAt, sha256,
            Encoding.UTF8.GetString(signature), edition.Notice, errata);
        var broken = await series.Publish(published, actor);
        return broken.IsEmpty ? published : throw new EditionRefusedException(broken);
    }

    /// <summary>The latest edition of each past year that the set reaches, newest first.</summary>
    private async Task<IReadOnlyList<PreviousEdition>> PastYearsAsync(IndicatorSet set, ImmutableArray<PublishedEdition> published)
    {
        var past = new List<PreviousEdition>();
        foreach (var year in published.Where(edition => PastYears.Reaches(set, edition.Year)).GroupBy(edition => edition.Year).OrderByDescending(year => year.Key))
            past.Add(await ReadAsync(year.MaxBy(edition => edition.Number)!));
        return past;
    }

    private async Task<PreviousEdition> ReadAsync(PublishedEdition latest)
    {
        await using var stream = await blobs.OpenAsync(latest.Sha256) ?? throw Unusable(latest, "tệp không có trong kho");
        using var memory = new MemoryStream();
        await stream.CopyToAsync(memory);
        return PreviousEdition.Read(memory.ToArray(), out string? fault) ?? throw Unusable(latest, fault!);
    }

    private static EditionRefusedException Unusable(PublishedEdition edition, string fault) => new(
        [new(null, "year-before", $"Không so sánh được với ấn bản {edition.Id} của năm trước ({edition.Sha256}): {fault}. Khôi phục tệp từ bản sao lưu rồi công bố lại.")]);

    private static Edition Compute(EditionInputs frozen)
    {
        try
        {
            return EditionCompute.Compute(frozen);
        }
        catch (EditionException refused)
        {
            throw new EditionRefusedException([.. refused.Faults.Select(fault => new BrokenRule(fault.Place, fault.Code, fault.Message))]);
        }
    }

    private static string Version =>
        typeof(EditionMaking).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
}

/// <summary>No edition can be made of the round; the round is opened again.</summary>
internal sealed class EditionRefusedException(ImmutableArray<BrokenRule> broken) : Exception(string.Join(' ', broken.Select(b => b.Message)))
{
    public ImmutableArray<BrokenRule> Broken { get; } = broken;
}
