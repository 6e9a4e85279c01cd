using System.Collections.Concurrent;
using System.Text;
using Dti.Assessment.Rounds;
using Dti.Assessment.Storage;
using Dti.Web.Access;
using Dti.Web.Commands;

namespace Dti.Web.Demo;

/// <summary>The demo's sign-ins, as <c>accounts.csv</c> has them (<c>user,password,role,unit</c>).</summary>
internal sealed class DemoPeople
{
    private sealed record Person(string Name, string Password, string Role, string? Unit);

    private const string FileName = "accounts.csv";
    private readonly IReadOnlyList<Person> _people;

    private DemoPeople(IEnumerable<Person> people) => _people = [.. people];

    /// <summary>Makes the accounts. A password is only in the file: an account that the file of an earlier run lacks gets a new one.</summary>
    public static async Task<DemoPeople> AddAsync(IServiceProvider services, string target, Progress progress, CancellationToken cancellation)
    {
        var accounts = services.GetRequiredService<Accounts>();
        var round = (await services.GetRequiredService<IStateReader>().ReadAsync<Round>("round", RoundKey.Of("2026"), cancellation))!.Value;
        var existing = (await accounts.ListAsync(cancellation)).Select(account => account.Name).ToHashSet();
        var known = await ReadAsync(Path.Combine(target, FileName), existing, cancellation);
        var wanted = new List<(string Name, string Role, string? Unit)>
        {
            ("dieu-hanh", "soict", null), ("tham-dinh", "verifier", null), ("ban-chi-dao", "committee", null), ("quan-tri", "admin", null),
        };
        foreach (var unit in round.Participants)
            wanted.AddRange([($"{unit.Unit}.nhap", "officer", unit.Unit), ($"{unit.Unit}.duyet", "leader", unit.Unit)]);
        var made = new ConcurrentDictionary<string, string>();
        await progress.EachAsync("Tài khoản", [.. wanted.Where(w => !known.ContainsKey(w.Name))], Environment.ProcessorCount, async w => made[w.Name] =
            existing.Contains(w.Name)
                ? await accounts.ResetPasswordAsync(w.Name, mustChange: false, cancellation)
                : await accounts.AddAsync(w.Name, w.Role, w.Unit, mustChange: false, cancellation: cancellation));
        var people = new DemoPeople(wanted.Select(w => new Person(w.Name, known.GetValueOrDefault(w.Name) ?? made[w.Name], w.Role, w.Unit)));
        Directory.CreateDirectory(target);
        await File.WriteAllLinesAsync(
            Path.Combine(target, FileName), ["user,password,role,unit", .. people._people.Select(p => $"{p.Name},{p.Password},{p.Role},{p.Unit}")], new UTF8Encoding(false), cancellation);
        return people;
    }

    private static async Task<Dictionary<string, string>> ReadAsync(string file, HashSet<string> existing, CancellationToken cancellation) =>
        !File.Exists(file) ? [] : (await File.ReadAllLinesAsync(file, cancellation)).Skip(1).Select(line => line.Split(','))
            .Where(columns => columns.Length == 4 && existing.Contains(columns[0]))
            .DistinctBy(columns => columns[0]).ToDictionary(columns => columns[0], columns => columns[1]);

    public void Print(TextWriter output, string target, string urls)
    {
        output.WriteLine($"Trang công khai: {urls}");
        output.WriteLine($"Đăng nhập: {urls}/dang-nhap (mọi tài khoản: {Path.Combine(target, FileName)})");
        foreach (var person in _people.GroupBy(p => p.Role).Select(g => g.First()))
            output.WriteLine($"  {person.Role,-10} {person.Name,-20} {person.Password}  {person.Unit}");
    }
}
