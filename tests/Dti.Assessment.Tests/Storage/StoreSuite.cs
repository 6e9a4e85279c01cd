using System.Globalization;
using System.Text;
using System.Text.Json;
using Dti.Assessment.Storage;
using Orleans.Storage;

namespace Dti.Assessment.Tests.Storage;

/// <summary>What holds on every store; each store runs the whole of it.</summary>
public abstract class StoreSuite : IAsyncLifetime
{
    protected RunningStore Running { get; private set; } = null!;

    protected StoreOptions Options { get; private set; } = null!;

    protected abstract Task<StoreOptions> NewStoreAsync();

    public async Task InitializeAsync()
    {
        Options = await NewStoreAsync();
        Running = await RunningStore.StartAsync(Options);
    }

    public virtual async Task DisposeAsync() => await Running.DisposeAsync();

    [Fact]
    public async Task What_was_written_is_read_after_a_restart()
    {
        await Cabinet("cabinet/2026/a").Put("top", "Nghệ An");
        await RestartAsync();
        (await Cabinet("cabinet/2026/a").Look("top")).ShouldBe("Nghệ An");
        (await Cabinet("cabinet/2026/a").Put("bottom", "x")).ShouldBe(2);
    }

    [Fact]
    public async Task A_cleared_row_is_gone_and_can_be_written_anew()
    {
        var cabinet = Cabinet("cabinet/cleared");
        await cabinet.Put("top", "a");
        await cabinet.Empty();
        (await cabinet.Exists()).ShouldBeFalse();
        (await Running.States.ReadAsync<CabinetState>(Storage.Cabinet.State, "cabinet/cleared")).ShouldBeNull();
        await cabinet.Reload();
        (await cabinet.Exists()).ShouldBeFalse();
        (await cabinet.Put("top", "b")).ShouldBe(1);
        await cabinet.Reload();
        (await cabinet.Look("top")).ShouldBe("b");
    }

    [Fact]
    public async Task The_second_of_two_writers_of_one_version_is_refused_and_nothing_is_lost()
    {
        var first = new GrainState<CabinetState>();
        var second = new GrainState<CabinetState>();
        await Running.Rows.ReadStateAsync("cabinet", Id("cabinet/two"), first);
        await Running.Rows.ReadStateAsync("cabinet", Id("cabinet/two"), second);

        first.State = With("first");
        await Running.Rows.WriteStateAsync("cabinet", Id("cabinet/two"), first);
        second.State = With("second");
        await Should.ThrowAsync<InconsistentStateException>(() => Running.Rows.WriteStateAsync("cabinet", Id("cabinet/two"), second));

        await Running.Rows.ReadStateAsync("cabinet", Id("cabinet/two"), second);
        second.State.Drawers["top"].ShouldBe("first");
        second.State = With("second, after a look");
        await Running.Rows.WriteStateAsync("cabinet", Id("cabinet/two"), second);
        first.State = With("first again");
        await Should.ThrowAsync<InconsistentStateException>(() => Running.Rows.WriteStateAsync("cabinet", Id("cabinet/two"), first));
        await Should.ThrowAsync<InconsistentStateException>(() => Running.Rows.ClearStateAsync("cabinet", Id("cabinet/two"), first));

        var stored = await Running.States.ReadAsync<CabinetState>("cabinet", "cabinet/two");
        stored!.Value.Drawers["top"].ShouldBe("second, after a look");
        stored.Version.ShouldBe(2);
        (await Running.Journal.ReadAsync("cabinet/two", 10)).Select(r => r.After).ShouldBe(["\"second, after a look\"", "\"first\""]);
    }

    [Fact]
    public async Task Of_forty_writers_of_one_version_one_wins_and_the_rows_beside_are_untouched()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(async () =>
        {
            await Running.Rows.WriteStateAsync("cabinet", Id($"cabinet/beside/{i}"), new GrainState<CabinetState> { State = With("beside") });
            try
            {
                await Running.Rows.WriteStateAsync("cabinet", Id("cabinet/contended"), new GrainState<CabinetState> { State = With($"writer {i}") });
                return i;
            }
            catch (InconsistentStateException)
            {
                return -1;
            }
        })));

        var winner = outcomes.Where(o => o >= 0).ShouldHaveSingleItem();
        (await Running.States.ReadAsync<CabinetState>("cabinet", "cabinet/contended"))!.Value.Drawers["top"].ShouldBe($"writer {winner}");
        var beside = 0;
        await foreach (var row in Running.States.ListAsync<CabinetState>("cabinet", "cabinet/beside/"))
        {
            beside += row.Version;
        }

        beside.ShouldBe(40);
        (await Running.Journal.ReadAsync("cabinet/two", 100)).Count.ShouldBe(41);
    }

    [Fact]
    public async Task A_conflict_leaves_the_grain_to_start_afresh_from_the_row()
    {
        var cabinet = Cabinet("cabinet/afresh");
        await cabinet.Put("top", "mine");
        var other = new GrainState<CabinetState>();
        await Running.Rows.ReadStateAsync("cabinet", Id("cabinet/afresh"), other);
        other.State = With("theirs");
        await Running.Rows.WriteStateAsync("cabinet", Id("cabinet/afresh"), other);

        await Should.ThrowAsync<InconsistentStateException>(() => cabinet.Put("bottom", "mine"));
        (await cabinet.Put("bottom", "mine, again")).ShouldBe(2);
        (await cabinet.Look("top")).ShouldBe("theirs");
    }

    [Fact]
    public async Task Each_write_is_noted_with_its_row_and_the_row_keeps_no_notes()
    {
        var cabinet = Cabinet("cabinet/noted");
        await cabinet.Put("top", "a");
        await cabinet.Put("top", "b");

        var records = await Running.Journal.ReadAsync("cabinet/noted", 10);
        records.Select(r => (r.Actor, r.Action, r.Subject, r.Cell, r.Before, r.After, r.StateName, r.Version)).ShouldBe(
        [
            ("an", "put", "cabinet/noted", "top", "\"a\"", "\"b\"", "cabinet", 2),
            ("an", "put", "cabinet/noted", "top", null, "\"a\"", "cabinet", 1),
        ]);
        records[0].At.ShouldBeGreaterThan(records[1].At);
        (DateTimeOffset.UtcNow - records[0].At).Duration().ShouldBeLessThan(TimeSpan.FromMinutes(5));
        (await Running.Journal.ReadAsync("cabinet/noted", 1)).Count.ShouldBe(1);
        var payload = await PayloadAsync("cabinet/noted");
        payload.ShouldContain("\"b\"");
        payload.ShouldNotContain("journal");
    }

    [Fact]
    public async Task Several_entries_of_one_write_keep_their_order()
    {
        var state = new GrainState<CabinetState> { State = new CabinetState { Journal = [Entry("one"), Entry("two"), Entry("three")] } };
        await Running.Rows.WriteStateAsync("cabinet", Id("cabinet/order"), state);
        (await Running.Journal.ReadAsync("cabinet/order", 10)).Select(r => r.Action).ShouldBe(["three", "two", "one"]);

        static JournalEntry Entry(string action) => new(DateTimeOffset.UtcNow, "an", action, "cabinet/order");
    }

    [Fact]
    public async Task An_entry_that_cannot_be_kept_takes_its_row_back_with_it()
    {
        var state = new GrainState<CabinetState> { State = With("unsaved") with { Journal = [new(DateTimeOffset.UtcNow, null!, "put", "cabinet/atomic")] } };
        var good = new GrainState<CabinetState> { State = With("saved") };
        var refused = Running.Rows.WriteStateAsync("cabinet", Id("cabinet/atomic"), state);
        await Running.Rows.WriteStateAsync("cabinet", Id("cabinet/beside"), good);
        await Should.ThrowAsync<Exception>(() => refused);

        (await Running.States.ReadAsync<CabinetState>("cabinet", "cabinet/atomic")).ShouldBeNull();
        (await Running.Journal.ReadAsync("cabinet/atomic", 10)).ShouldBeEmpty();
        (await Running.States.ReadAsync<CabinetState>("cabinet", "cabinet/beside"))!.Value.Drawers["top"].ShouldBe("saved");
    }

    [Fact]
    public async Task The_journal_is_append_only()
    {
        await Cabinet("cabinet/kept").Put("top", "a");
        foreach (var sql in new[] { "DELETE FROM journal", "UPDATE journal SET actor = 'binh'" })
        {
            await Should.ThrowAsync<System.Data.Common.DbException>(() => ExecuteAsync(sql));
        }

        (await Running.Journal.ReadAsync("cabinet/kept", 10)).Single().Actor.ShouldBe("an");
    }

    [Fact]
    public async Task The_read_side_reads_the_grains_own_row()
    {
        await Cabinet("cabinet/read/b").Put("top", "bê");
        await Cabinet("cabinet/read/a").Put("top", "a");
        await Cabinet("cabinet/read/đ").Put("top", "đê");
        await Cabinet("cabinet/reader").Put("top", "another");

        var row = await Running.States.ReadAsync<CabinetState>("cabinet", "cabinet/read/b");
        row!.Value.ShouldBe(new CabinetState { Drawers = row.Value.Drawers, Standing = Standing.HandedIn, Points = 12.50m, Journal = row.Value.Journal });
        row.Value.Drawers["top"].ShouldBe("bê");
        row.Value.Points!.Value.ToString(CultureInfo.InvariantCulture).ShouldBe("12.50");
        row.Version.ShouldBe(1);
        (DateTimeOffset.UtcNow - row.ModifiedAt).Duration().ShouldBeLessThan(TimeSpan.FromMinutes(5));

        var keys = new List<string>();
        await foreach (var listed in Running.States.ListAsync<CabinetState>("cabinet", "cabinet/read/"))
        {
            keys.Add(listed.Key);
        }

        keys.ShouldBe(["cabinet/read/a", "cabinet/read/b", "cabinet/read/đ"]);
        (await Running.States.ReadAsync<CabinetState>("cabinet", "cabinet/nowhere")).ShouldBeNull();
        (await Running.States.ReadAsync<CabinetState>("other", "cabinet/read/a")).ShouldBeNull();
    }

    [Fact]
    public async Task Keys_in_both_unicode_forms_are_two_rows_and_both_are_found()
    {
        var composed = "cabinet/Vinh Phú".Normalize(NormalizationForm.FormC);
        var decomposed = composed.Normalize(NormalizationForm.FormD);
        await Cabinet(composed).Put("top", "composed");
        await Cabinet(decomposed).Put("top", "decomposed");
        await RestartAsync();
        (await Cabinet(composed).Look("top")).ShouldBe("composed");
        (await Cabinet(decomposed).Look("top")).ShouldBe("decomposed");
        (await Running.States.ReadAsync<CabinetState>("cabinet", decomposed))!.Value.Drawers["top"].ShouldBe("decomposed");
    }

    [Fact]
    public async Task Keys_that_begin_like_numbers_are_found_by_the_read_side()
    {
        await Cabinet("2025/12").Put("top", "a");
        await Cabinet("abc/def").Put("top", "b");
        (await Running.States.ReadAsync<CabinetState>("cabinet", "2025/12"))!.Value.Drawers["top"].ShouldBe("a");
        (await Running.States.ReadAsync<CabinetState>("cabinet", "abc/def"))!.Value.Drawers["top"].ShouldBe("b");
    }

    [Fact]
    public async Task Two_hundred_callers_at_once_are_all_kept()
    {
        await Task.WhenAll(Enumerable.Range(0, 200).Select(async i =>
        {
            for (var round = 0; round < 5; round++)
            {
                await Cabinet($"cabinet/many/{i % 50}").Put($"drawer {i}", $"round {round}");
            }
        }));

        var drawers = 0;
        await foreach (var row in Running.States.ListAsync<CabinetState>("cabinet", "cabinet/many/"))
        {
            row.Version.ShouldBe(20);
            row.Value.Drawers.Values.ShouldAllBe(v => v == "round 4");
            drawers += row.Value.Drawers.Count;
        }

        drawers.ShouldBe(200);
        (await Running.Journal.ReadAsync("cabinet/many/", 5000)).Count.ShouldBe(1000);
    }

    [Fact]
    public async Task A_state_of_a_megabyte_is_kept()
    {
        var text = string.Concat(Enumerable.Repeat("Dữ liệu số 12,5% \"trích\" \\ <b> ", 33_000));
        Encoding.UTF8.GetByteCount(text).ShouldBeGreaterThan(1_000_000);
        await Cabinet("cabinet/large").Put("top", text);
        await RestartAsync();
        (await Cabinet("cabinet/large").Look("top")).ShouldBe(text);
    }

    [Fact]
    public async Task A_row_written_by_the_first_release_still_reads()
    {
        var json = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "recordings", "storage", "cabinet.1.json"));
        await Cabinet("cabinet/seed").Put("top", "to be overwritten");
        var cast = Running.Database.IsPostgres ? "CAST(@payload AS jsonb)" : "@payload";
        var column = Running.Database.IsPostgres ? "key_text" : "key";
        await ExecuteAsync($"UPDATE grain_state SET payload = {cast} WHERE {column} = 'cabinet/seed'", json);

        await Cabinet("cabinet/seed").Reload();
        (await Cabinet("cabinet/seed").Look("trên")).ShouldBe("Sở Khoa học và Công nghệ");
        var row = await Running.States.ReadAsync<CabinetState>("cabinet", "cabinet/seed");
        row!.Value.Standing.ShouldBe(Standing.HandedIn);
        row.Value.Points.ShouldBe(12.5m);
        row.Value.Journal.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_schema_steps_run_once_and_a_second_start_changes_nothing()
    {
        var steps = await ScalarAsync("SELECT count(*) FROM schema_step");
        await RestartAsync();
        (await ScalarAsync("SELECT count(*) FROM schema_step")).ShouldBe(steps);
    }

    [Fact]
    public async Task The_small_tables_take_the_same_statements()
    {
        await ExecuteAsync("INSERT INTO account (name, role, unit, scope, password_hash, must_change, disabled, created_at) VALUES ('an', 'officer', 'so-y-te', NULL, @payload, 1, 0, '2026-11-24T00:00:00Z')", "hash");
        await ExecuteAsync("INSERT INTO token (id, account, hash, created_at, revoked) VALUES ('t1', 'an', @payload, '2026-11-24T00:00:00Z', 0)", "h1");
        await ExecuteAsync("INSERT INTO session_key (id, xml) VALUES ('k', @payload)", "<key/>");
        await ExecuteAsync("INSERT INTO signing_key (id, pem, created_at) VALUES ('s', @payload, '2026-11-24T00:00:00Z')", "pem");
        await Should.ThrowAsync<System.Data.Common.DbException>(() => ExecuteAsync("INSERT INTO token (id, account, hash, created_at, revoked) VALUES ('t2', 'an', @payload, '2026-11-24T00:00:00Z', 0)", "h1"));
        (await ScalarAsync("SELECT count(*) FROM token WHERE revoked = 0")).ShouldBe(1);
    }

    [Fact]
    public async Task A_blob_is_kept_once_under_its_hash()
    {
        var bytes = Enumerable.Range(0, 300_000).Select(i => (byte)(i * 31)).ToArray();
        var name = await Running.Blobs.SaveAsync(new MemoryStream(bytes), "application/pdf", 300_000);
        (await Running.Blobs.SaveAsync(new MemoryStream(bytes), "application/pdf", 300_000)).ShouldBe(name);
        name.ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)));

        await RestartAsync();
        (await Running.Blobs.LengthAsync(name)).ShouldBe(300_000);
        await using var stream = await Running.Blobs.OpenAsync(name);
        var read = new MemoryStream();
        await stream!.CopyToAsync(read);
        read.ToArray().ShouldBe(bytes);
        (await ScalarAsync("SELECT count(*) FROM blob WHERE length = 300000")).ShouldBe(1);
    }

    [Fact]
    public async Task A_blob_too_large_is_refused_and_a_wrong_name_finds_nothing()
    {
        (await Should.ThrowAsync<BlobTooLargeException>(() => Running.Blobs.SaveAsync(new MemoryStream(new byte[101]), "text/plain", 100))).MaxBytes.ShouldBe(100);
        (await ScalarAsync("SELECT count(*) FROM blob")).ShouldBe(0);
        foreach (var name in new[] { new string('a', 64), "../../etc/passwd", "", new string('A', 64), "../" + new string('a', 61) })
        {
            (await Running.Blobs.OpenAsync(name)).ShouldBeNull();
            (await Running.Blobs.LengthAsync(name)).ShouldBeNull();
        }
    }

    protected ICabinet Cabinet(string key) => Running.Grains.GetGrain<ICabinet>(key);

    protected async Task RestartAsync(StoreOptions? options = null)
    {
        await Running.DisposeAsync();
        Running = await RunningStore.StartAsync(options ?? Options);
    }

    protected static GrainId Id(string key) => GrainId.Create("cabinet", key);

    protected static CabinetState With(string text) => new()
    {
        Drawers = new CabinetState().Drawers.SetItem("top", text),
        Journal = [new(DateTimeOffset.UtcNow, "an", "put", "cabinet/two", "top", null, JsonSerializer.Serialize(text, StoreJson.Options))],
    };

    private async Task<string> PayloadAsync(string key)
    {
        await using var connection = await Running.Database.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = Running.Database.IsPostgres
            ? "SELECT payload::text FROM grain_state WHERE key_text = @payload"
            : "SELECT payload FROM grain_state WHERE key = @payload";
        command.Add("payload", key);
        return (string)(await command.ExecuteScalarAsync())!;
    }

    private async Task ExecuteAsync(string sql, string? payload = null)
    {
        await using var connection = await Running.Database.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        if (payload is not null)
        {
            command.Add("payload", payload);
        }

        await command.ExecuteNonQueryAsync();
    }

    private async Task<long> ScalarAsync(string sql)
    {
        await using var connection = await Running.Database.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }
}
