using Dapper;
using Dti.Assessment.Storage;
using Dti.Assessment.Submissions;
using Dti.Web.Access;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Dti.Web.Tests.Access;

public sealed class AccountsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dti-accounts-").FullName;
    private readonly ServiceProvider _services;

    public AccountsTests() => _services = new ServiceCollection()
        .AddSingleton<TimeProvider>(new FakeTimeProvider())
        .AddDtiDatabase(new StoreOptions { DataFolder = _folder })
        .AddDtiAccounts()
        .BuildServiceProvider();

    private Accounts Accounts => _services.GetRequiredService<Accounts>();

    public void Dispose()
    {
        _services.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_new_account_signs_in_with_its_one_time_password_alone()
    {
        string password = await Accounts.AddAsync("can-bo", "officer", "so-tttt");

        var account = await Accounts.VerifyAsync("can-bo", password);

        account.ShouldNotBeNull();
        (account.Role, account.Unit, account.MustChange).ShouldBe((Role.Officer, "so-tttt", true));
        (await Accounts.VerifyAsync("can-bo", password + "x")).ShouldBeNull();
        (await Accounts.VerifyAsync("nobody", password)).ShouldBeNull();
    }

    [Theory]
    [InlineData("Hoa", "committee", null, "account-name")]
    [InlineData("a", "committee", null, "account-name")]
    [InlineData("hoa hồng", "committee", null, "account-name")]
    [InlineData("hoa", "king", null, "role-unknown")]
    [InlineData("hoa", "system", null, "role-unknown")]
    [InlineData("hoa", "officer", null, "unit-missing")]
    [InlineData("hoa", "officer", "so-khong", "unit-unknown")]
    [InlineData("hoa", "soict", "so-tttt", "unit-not-taken")]
    public async Task An_account_that_cannot_be_is_refused(string name, string role, string? unit, string code)
    {
        var fault = await Should.ThrowAsync<AccountException>(Accounts.AddAsync(name, role, unit, knowsUnit: u => u == "so-tttt"));

        fault.Code.ShouldBe(code);
        (await Accounts.ListAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_name_is_taken_once()
    {
        await Accounts.AddAsync("hoa", "committee");

        (await Should.ThrowAsync<AccountException>(Accounts.AddAsync("hoa", "soict"))).Code.ShouldBe("account-exists");
        (await Accounts.FindAsync("hoa"))!.Role.ShouldBe(Role.Committee);
    }

    [Fact]
    public async Task A_password_typed_in_the_other_Unicode_form_is_the_same()
    {
        string old = await Accounts.AddAsync("hoa", "committee");
        await Accounts.ChangePasswordAsync("hoa", old, "tiếng Việt có dấu");

        (await Accounts.VerifyAsync("hoa", "tiếng Việt có dấu".Normalize(System.Text.NormalizationForm.FormD))).ShouldNotBeNull();
        (await Accounts.FindAsync("hoa"))!.MustChange.ShouldBeFalse();
    }

    [Theory]
    [InlineData("short", "password-length")]
    [InlineData("aaaaaaaaaaaaaa", "password-weak")]
    [InlineData("xin-chao-hoa-2025", "password-weak")]
    public async Task A_weak_password_is_refused(string fresh, string code)
    {
        string old = await Accounts.AddAsync("hoa", "committee");

        (await Should.ThrowAsync<AccountException>(Accounts.ChangePasswordAsync("hoa", old, fresh))).Code.ShouldBe(code);
        (await Accounts.VerifyAsync("hoa", old)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_token_finds_its_account_and_only_its_hash_is_kept()
    {
        await Accounts.AddAsync("hoa", "leader", "so-tttt");

        string token = await Accounts.IssueTokenAsync("hoa");

        token.ShouldStartWith("dti_");
        (await Accounts.FindByTokenAsync(token))!.Role.ShouldBe(Role.Leader);
        using var connection = _services.GetRequiredService<IDatabase>().Open();
        connection.QuerySingle<string>("SELECT hash FROM token").ShouldNotContain(token[4..]);
        connection.QuerySingle<string?>("SELECT last_used_at FROM token").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_token_never_has_more_rights_than_its_account()
    {
        await Accounts.AddAsync("hoa", "officer", "so-tttt");

        (await Should.ThrowAsync<AccountException>(Accounts.IssueTokenAsync("hoa", "leader"))).Code.ShouldBe("role-beyond");
        (await Should.ThrowAsync<AccountException>(Accounts.IssueTokenAsync("nobody"))).Code.ShouldBe("account-unknown");
    }

    [Fact]
    public async Task A_revoked_token_and_a_disabled_account_end_at_once()
    {
        string password = await Accounts.AddAsync("hoa", "committee");
        string revoked = await Accounts.IssueTokenAsync("hoa");
        await Accounts.RevokeTokenAsync("hoa", (await Accounts.TokensAsync("hoa"))[0].Id);
        string other = await Accounts.IssueTokenAsync("hoa");

        (await Accounts.FindByTokenAsync(revoked)).ShouldBeNull();
        (await Accounts.FindByTokenAsync(other)).ShouldNotBeNull();
        await Accounts.DisableAsync("hoa", true);
        (await Accounts.FindByTokenAsync(other)).ShouldBeNull();
        (await Accounts.VerifyAsync("hoa", password)).ShouldBeNull();
    }

    [Fact]
    public async Task Nobody_revokes_anothers_token()
    {
        await Accounts.AddAsync("hoa", "committee");
        await Accounts.AddAsync("lan", "committee");
        string token = await Accounts.IssueTokenAsync("hoa");

        (await Accounts.RevokeTokenAsync("lan", (await Accounts.TokensAsync("hoa"))[0].Id)).ShouldBeFalse();
        (await Accounts.FindByTokenAsync(token)).ShouldNotBeNull();
    }
}
