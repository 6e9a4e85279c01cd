using System.Collections.Immutable;
using Dti.Assessment.Agencies;
using Dti.Assessment.Editions;
using Dti.Assessment.Forecasting;
using Dti.Assessment.Harvesting;
using Dti.Assessment.IndicatorSets;
using Dti.Assessment.Indicators;
using Dti.Assessment.Rounds;
using Dti.Assessment.Storage;
using Dti.Assessment.Submissions;
using Dti.Assessment.Units;
using Dti.Scoring.Sets;
using Dti.Web.Commands;

namespace Dti.Web.Demo;

/// <summary>
/// The demo's world: all real units, invented figures, and the real grains. 2025 goes through the whole chain to its edition, 2026 is left
/// open; every step can be run again on the same data and finds its work done.
/// </summary>
internal sealed class DemoWorld(IServiceProvider services, DemoClock clock, Progress progress)
{
    private const int AtOnce = 16;
    public const string Notice = "Số liệu minh hoạ: các đơn vị có thật, mọi con số do phần mềm tự tạo, không phải kết quả đánh giá.";
    private static readonly Actor Soict = new("dieu-hanh", Role.Soict);
    private static readonly OfficeOfIssue Office = new("UBND tỉnh Nghệ An", "Sở Khoa học và Công nghệ", "Nghệ An", "Giám đốc");

    private readonly IGrainFactory _grains = services.GetRequiredService<IGrainFactory>();
    private readonly IBlobStore _blobs = services.GetRequiredService<IBlobStore>();
    private readonly UnitCatalogue _units = Inputs.Units();

    public async Task RegisterAgenciesAsync()
    {
        var units = _units.Units.Where(unit => unit.Group.Length > 0).ToList();
        await progress.EachAsync("Danh mục đơn vị", units, AtOnce, unit => _grains.GetGrain<IAgencyGrain>($"agency/{unit.Code}").Register(new(
            unit.Code, unit.NameVi, unit.NameEn, unit.Group, unit.Parent, unit.ValidFrom, unit.ValidUntil,
            [.. unit.Predecessors.Select(p => new Forerunner(p.Code, p.Weight))]), Actor.System));
    }

    /// <summary>2025: departments for four quarters, districts for the two they lived through; published in February 2026.</summary>
    public async Task<string> Publish2025Async()
    {
        var set = Inputs.Set(Path.Combine("nghe-an-data", "2025.yaml"));
        var round = await PlanAsync(2025, set, DemoClock.At(2025, 1, 2));
        if (round.Editions is [.., var known])
            return known;
        var rows = await ImportHistoryAsync(round);
        progress.Line($"Lịch sử 2020–2024: {rows} dòng đã nhập");
        foreach (string quarter in (string[])["q1", "q2", "q3", "q4"])
            await QuarterAsync(round, set.Set!, quarter, verified: true);
        clock.Set(DemoClock.At(2026, 2, 20));
        await MustAsync(_grains.GetGrain<IRoundGrain>(RoundKey.Of(round.Id)).Turn(Soict));
        progress.Line("Chốt số liệu, tính điểm, xếp hạng, dự báo, ký và công bố năm 2025");
        return await PublishAsync(round.Id, [Notice]);
    }

    /// <summary>2026: three quarters in, the fourth open with some drafts.</summary>
    public async Task Open2026Async(DateTimeOffset now)
    {
        var set = Inputs.Set(Path.Combine("nghe-an-data", "2026.yaml"));
        var round = await PlanAsync(2026, set, DemoClock.At(2026, 1, 5));
        foreach (string quarter in (string[])["q1", "q2", "q3"])
            await QuarterAsync(round, set.Set!, quarter, verified: quarter != "q3");
        clock.Set(now);
        var grain = _grains.GetGrain<IRoundGrain>(RoundKey.Of(round.Id));
        round = (await grain.Turn(Soict)).Round;
        if (round.Quarters.Single(q => q.Code == "q4").State != QuarterState.Open)
            round = (await grain.SetQuarter("q4", QuarterState.Open, Soict)).Round;
        await HarvestAsync(round, "q4");
        var portal = await MeasuredAsync(round, set.Set!);
        await progress.EachAsync("Bản nháp quý IV/2026", [.. round.Participants.Where(p => Chance.Of(p.Unit, "q4-draft") < 0.3)], AtOnce, async p =>
        {
            var unit = new DemoUnit(_grains, _blobs, set.Set!, round, p);
            if (!await unit.IsNewAsync("q4"))
                return;
            await unit.SaveAsync("q4", await unit.FiguresAsync("q4", now, portal));
        });
    }

    /// <summary>The real figures of one commune of Tây Ninh, self-assessed and verified, through the same chain.</summary>
    public async Task<string> PublishTayNinhAsync()
    {
        clock.Set(DemoClock.At(2026, 1, 20));
        var set = Inputs.Set(Path.Combine("examples", "tay-ninh-xa", "2025.yaml"));
        const string id = "tay-ninh-xa-2025", unit = "xa-can-giuoc";
        var grain = _grains.GetGrain<IRoundGrain>(RoundKey.Of(id));
        if ((await grain.Get()).Editions is [.., var known])
            return known;
        await MustAsync(grain.Plan(new(
            2025, set.Yaml, [new(unit, _units.Find(unit)!.NameVi, _units.Find(unit)!.NameEn, "xa", "", true)], DemoCalendar.Once(2025),
            "Số liệu thật của xã Cần Giuộc (Tây Ninh), chép lại từ nguồn mở; không phải công bố chính thức.", new("UBND tỉnh Tây Ninh", "Cơ quan chủ trì (minh hoạ)", "Tây Ninh", "Thủ trưởng")), Soict));
        await new TayNinh(_grains, id, unit).EnterAsync(progress);
        clock.Set(DemoClock.At(2026, 3, 5));
        await MustAsync(grain.Turn(Soict));
        return await PublishAsync(id, ["Điểm tự đánh giá 787,84; điểm thẩm định 606,27 trên 960, đúng như nguồn."]);
    }

    private async Task<Round> PlanAsync(int year, SetReading set, DateTimeOffset at)
    {
        clock.Set(at);
        var groups = set.Set!.Groups.Select(group => group.Code).ToHashSet();
        var participants = RoundUnits.Of(_units, year, "tinh-nghe-an", groups);
        return await MustAsync(_grains.GetGrain<IRoundGrain>(RoundKey.Of(Number(year))).Plan(new(year, set.Yaml, participants, DemoCalendar.Of(year), Notice, Office), Soict));
    }

    private async Task<int> ImportHistoryAsync(Round round)
    {
        string file = DemoHistory.Write(round.Participants);
        var read = HistoryFile.Read(file, [.. round.Participants.Select(p => p.Unit)]);
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        if (read.Faults.Count > 0)
            throw new InvalidOperationException($"The demo's own history has faults: {read.Faults[0]}");
        await MustAsync(_grains.GetGrain<IRoundGrain>(RoundKey.Of(round.Id)).ImportHistory(
            [.. read.Rows.Select(row => new PastScore(row.Unit, row.Code, row.Year, row.Score, row.Origin, row.Comparable ?? true))], Soict));
        return read.Rows.Count;
    }

    private async Task QuarterAsync(Round round, IndicatorSet set, string quarter, bool verified)
    {
        int number = quarter[1] - '0';
        var due = round.Quarters.Single(q => q.Code == quarter).Due;
        clock.Set(due.AddDays(-12));
        await _grains.GetGrain<IRoundGrain>(RoundKey.Of(round.Id)).Turn(Soict);
        await HarvestAsync(round, quarter);
        var portal = await MeasuredAsync(round, set);
        // The district tier ended on 30 June 2025: nobody was there to report later quarters.
        var reporting = round.Participants.Where(p => p.Group != "huyen" || number <= 2).Where(p => Chance.Of(p.Unit, round.Year, quarter, "silent") >= 0.03).ToList();
        string title = $"Quý {number}/{round.Year}";
        var units = reporting.Select(p => (Unit: new DemoUnit(_grains, _blobs, set, round, p), Late: Chance.Of(p.Unit, round.Year, quarter, "late") < 0.12)).ToList();
        var fresh = new List<(DemoUnit Unit, bool Late)>();
        foreach (var unit in units)
        {
            if (await unit.Unit.IsNewAsync(quarter))
                fresh.Add(unit);
        }
        await progress.EachAsync($"{title}: nhập số liệu và minh chứng", fresh, AtOnce, async u => await u.Unit.SaveAsync(quarter, await u.Unit.FiguresAsync(quarter, clock.GetUtcNow(), portal)));
        clock.Set(due.AddDays(-1));
        await progress.EachAsync($"{title}: trình đúng hạn", [.. fresh.Where(u => !u.Late)], AtOnce, u => u.Unit.SubmitAsync(quarter));
        clock.Set(due.AddDays(3));
        await progress.EachAsync($"{title}: trình muộn", [.. fresh.Where(u => u.Late)], AtOnce, u => u.Unit.SubmitAsync(quarter));
        if (verified)
            await progress.EachAsync($"{title}: thẩm định", fresh, AtOnce, u => u.Unit.VerifyAsync(quarter));
    }

    private async Task HarvestAsync(Round round, string quarter)
    {
        var source = _grains.GetGrain<IHarvestSourceGrain>("source/demo-ckan");
        string folder = Inputs.Path("portals", "demo-ckan");
        var map = PublisherMap.Read(Path.Combine(folder, "publishers.csv"));
        await source.Configure(new(CkanReader.Kind, "https://opendata.nghean.example/", folder, map.Publishers.ToImmutableDictionary(p => p, p => map.UnitOf(p)!)), Soict);
        var outcome = await source.Harvest(round.Id, quarter, Actor.System);
        progress.Line($"Đo cổng dữ liệu mở (bản ghi) {quarter.ToUpperInvariant()}/{round.Year}: {outcome.Status}, {outcome.Seen} bộ dữ liệu, {outcome.Observations} số đo");
    }

    private async Task<ILookup<string, MeasuredValue>> MeasuredAsync(Round round, IndicatorSet set)
    {
        var codes = Columns.Of(set).Where(column => column.Input?.From.Metric is not null).Select(column => column.Node.Code).Distinct();
        var rows = await Task.WhenAll(codes.Select(code => _grains.GetGrain<IIndicatorGrain>(IndicatorKey.Of(round.Id, code)).Get()));
        return rows.SelectMany(row => row.Values.Values).ToLookup(value => value.Unit);
    }

    private async Task<string> PublishAsync(string round, ImmutableArray<string> notes)
    {
        var reply = await _grains.GetGrain<IRoundGrain>(RoundKey.Of(round)).Publish(notes, [], Soict);
        DemoUnit.Must(reply.Broken);
        return reply.Edition!;
    }

    private static async Task<Round> MustAsync(Task<RoundReply> reply)
    {
        var answer = await reply;
        DemoUnit.Must(answer.Broken);
        return answer.Round;
    }

    private static string Number(int year) => year.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
