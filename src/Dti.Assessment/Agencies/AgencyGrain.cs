using System.Collections.Immutable;
using System.Text.Json;
using Dti.Assessment.Storage;
using Dti.Assessment.Submissions;

namespace Dti.Assessment.Agencies;

internal sealed class AgencyGrain(
    [PersistentState("agency", Store.Name)] IPersistentState<Agency> state, DomainClock time) : Grain, IAgencyGrain
{
    public Task<Agency> Get() => Task.FromResult(state.State);

    public async Task<Agency> Register(AgencyRecord record, Actor actor)
    {
        if (Json(record) != Json(state.State.Record))
            await Save(state.State with { Record = record }, actor, "register");
        return state.State;
    }

    public async Task<ImmutableArray<BrokenRule>> NameContacts(DataContact? leader, DataContact? officer, Actor actor)
    {
        string code = state.State.Record?.Code ?? "";
        if (code.Length == 0)
            return [new(null, "no-such-unit", "Đơn vị này chưa có trong danh mục.")];
        if (actor.Role is not (Role.Soict or Role.Admin) && !(actor.Role is Role.Leader && actor.Unit == code))
            return [new(null, "not-your-unit", "Chỉ lãnh đạo đơn vị hoặc cơ quan chủ trì đổi đầu mối dữ liệu.")];
        await Save(state.State with { Leader = leader ?? state.State.Leader, Officer = officer ?? state.State.Officer }, actor, "name-contacts");
        return [];
    }

    private Task Save(Agency next, Actor actor, string action) => state.SaveAsync(
        next, new JournalEntry(time.GetUtcNow(), actor.Name, action, this.GetPrimaryKeyString(), null, Json(state.State), Json(next)));

    private static string Json(object? value) => JsonSerializer.Serialize(value, StoreJson.Options);
}
