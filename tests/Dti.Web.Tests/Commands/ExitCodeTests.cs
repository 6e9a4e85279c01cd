using Dti.Web.Tests.Processes;

namespace Dti.Web.Tests.Commands;

/// <summary>0 done, 1 the input is at fault, 2 wrong usage, 3 something the machine lacks; a message on stderr.</summary>
public sealed class ExitCodeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("conquer")]
    [InlineData("compute")]
    [InlineData("check")]
    [InlineData("serve --no-such-option")]
    public async Task Wrong_usage_ends_with_2(string line)
    {
        var run = await CommandRun.Of(line.Split(' '));

        run.ExitCode.ShouldBe(2, run.ToString());
        run.Error.ShouldStartWith("dti: ");
        run.Error.ShouldContain("--help");
    }

    [Fact]
    public async Task The_shipped_sets_have_no_fault()
    {
        var run = await CommandRun.Of("check", Path.Combine(DtiProgram.Root, "indicators"));

        run.ShouldBeDone();
        run.Output.TrimEnd().ShouldEndWith(" sets, 0 faults");
    }

    [Fact]
    public async Task A_fault_of_a_set_names_file_line_and_column()
    {
        string file = _folder.Write("bad.yaml", "set: thu\nyear: 2025\ncolour: red\n");

        var run = await CommandRun.Of("check", file);

        run.ExitCode.ShouldBe(1, run.ToString());
        run.Output.ShouldContain($"{file}:3:1");
    }

    [Fact]
    public async Task A_token_of_an_account_nobody_has_is_refused()
    {
        (await CommandRun.Of("user", "add", "somebody", "--role", "admin", "--data", _folder.Of("data"))).ShouldBeDone();
        (await CommandRun.Of("token", "nobody", "--data", _folder.Of("data"))).ShouldBeRefused("nobody", "dti user add");
    }

    [Fact]
    public async Task A_mistyped_data_folder_does_not_become_a_new_store()
    {
        (await CommandRun.Of("token", "somebody", "--data", _folder.Of("mistyped"))).ShouldBeRefused("mistyped", "--data");
        Directory.Exists(_folder.Of("mistyped")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("foo")]
    [InlineData("ftp://127.0.0.1:5080")]
    [InlineData("http://127.0.0.1:99999")]
    public async Task An_address_that_is_none_is_wrong_usage(string url)
    {
        var run = await CommandRun.Of("serve", "--urls", url, "--data", _folder.Of("never"));
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain(url);
    }

    [Theory]
    [InlineData("compute", "--set", "s.yaml", "--data", "d.csv")]
    [InlineData("forecast", "--data", "d.csv")]
    [InlineData("report", "--edition", "e.json")]
    public async Task An_empty_name_of_the_folder_is_wrong_usage(params string[] arguments)
    {
        var run = await CommandRun.Of([.. arguments, "--out", ""]);
        run.ExitCode.ShouldBe(2, run.ToString());
        run.Error.ShouldContain("--out is empty; name a folder");
    }

    [Fact]
    public async Task An_unknown_option_of_check_is_wrong_usage() =>
        (await CommandRun.Of("check", "--bogus", _folder.Of("x.yaml"))).ExitCode.ShouldBe(2);

    [Fact]
    public async Task Verify_refuses_a_file_that_is_not_there() =>
        (await CommandRun.Of("verify", _folder.Of("none.json"))).ShouldBeRefused("none.json");
}
