using System.Text.Json;
using System.Text.Json.Serialization;
using Dti.Assessment.Storage;

namespace Dti.Assessment.Tests.Storage;

public sealed class StoreJsonTests
{
    [JsonPolymorphic]
    [JsonDerivedType(typeof(Count), "count")]
    public abstract record Answer;

    public sealed record Count(decimal N, string? Note = null) : Answer;

    [Fact]
    public void A_kind_that_jsonb_has_moved_behind_shorter_names_is_still_found() =>
        JsonSerializer.Deserialize<Answer>("""{"n":12.50,"$type":"count"}""", StoreJson.Options).ShouldBe(new Count(12.50m));

    [Fact]
    public void Vietnamese_is_stored_as_written_and_nothing_is_stored_for_null() =>
        JsonSerializer.Serialize<Answer>(new Count(1.50m, "Điểm <số> \"đúng\""), StoreJson.Options)
            .ShouldBe("""{"$type":"count","n":1.50,"note":"Điểm <số> \"đúng\""}""");

    [Fact]
    public void An_enum_is_its_name_and_a_number_in_its_place_is_refused()
    {
        JsonSerializer.Serialize(Standing.HandedIn, StoreJson.Options).ShouldBe("\"handedIn\"");
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<Standing>("1", StoreJson.Options));
    }
}
