using Dti.Assessment;
using Dti.Assessment.Rounds;
using Dti.Web.Pages;
using Dti.Web.Pages.Deadlines;
using Dti.Web.Pages.Public;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Dti.Web.Tests.Browser;

/// <summary>The demo's fourth quarter of 2026 as its day comes near.</summary>
[Collection(BrowserWorld.Name)]
public sealed class AtRiskTests(BrowserWorld world)
{
    [Fact]
    public async Task In_the_last_week_those_who_are_often_late_stand_above_the_share_of_all()
    {
        var rounds = world.Services.GetRequiredService<RoundQueries>();
        var round = (await rounds.FindAsync("2026", default)).ShouldNotBeNull();
        var submissions = await rounds.SubmissionsAsync("2026", default);
        var (before, open) = (await Outlook(2027, 1, 8, 16).NextAsync(round, default), await Outlook(2027, 1, 8, 18).NextAsync(round, default));
        before.ShouldNotBeNull().IsShownToSoict.ShouldBeFalse();
        open.ShouldNotBeNull().IsShownToSoict.ShouldBeTrue();
        open.Forecast.IsUsable.ShouldBeTrue(open.Forecast.Reason);
        open.Forecast.ModelBrier.ShouldBeLessThan(open.Forecast.BaseBrier);
        var outlook = Outlook(2027, 1, 8, 18);
        List<UnitOutlook> units = [];
        foreach (var unit in round.Participants)
            units.Add(await outlook.OfAsync(round, unit, open, submissions.GetValueOrDefault((unit.Unit, "q4")), default));
        double often = units.Where(unit => unit.Late * 2 >= unit.Reports && unit.Filled == 0).Average(unit => unit.Chance!.Value);
        double never = units.Where(unit => unit.Late == 0 && unit.Filled == 0).Average(unit => unit.Chance!.Value);
        often.ShouldBeGreaterThan(never);
        (await Outlook(2027, 1, 16, 9).NextAsync(round, default)).ShouldBeNull();
    }

    private DeadlineOutlook Outlook(int year, int month, int day, int hour) => new(
        world.Services.GetRequiredService<RoundQueries>(), world.Services.GetRequiredService<SetLibrary>(), world.Services.GetRequiredService<IGrainFactory>(),
        world.Services.GetRequiredService<EditionShelf>(), new DomainClock(new FakeTimeProvider(new DateTimeOffset(year, month, day, hour, 0, 0, TimeSpan.FromHours(7)))));
}
