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
    private readonly List<Person> _people = [];

    /// <summary>Makes accounts that are not there yet; a password once given is only in the file, so known ones are kept from it.</summary>
    public static async Task<DemoPeople> AddAsync(IServiceProvider services, string target, Progress progress, CancellationToken cancellation)
    {
        var accounts = services.GetRequiredService<Accounts>();
        var people = new DemoPeople();
        string file = Path.Combine(target, FileName);
        if (File.Exists(file))
            people._people.AddRange((await File.ReadAllLinesAsync(file, cancellation)).Skip(1).Select(line => line.Split(',')).Select(c => new Person(c[0], c[1], c[2], c[3].Length == 0 ? null : c[3])));
        var round = (await services.GetRequiredService<IStateReader>().ReadAsync<Round>("round", RoundKey.Of("2026"), cancellation))!.Value;
        var existing = (await accounts.ListAsync(cancellation)).Select(account => account.Name).ToHashSet();
        var wanted = new List<(string Name, string Role, string? Unit)>
        {
            ("dieu-hanh", "soict", null), ("tham-dinh", "verifier", null), ("ban-chi-dao", "committee", null), ("quan-tri", "admin", null),
        };
        foreach (var unit in round.Participants)
            wanted.AddRange([($"{unit.Unit}.nhap", "officer", unit.Unit), ($"{unit.Unit}.duyet", "leader", unit.Unit)]);
        var made = new ConcurrentBag<Person>();
        await progress.EachAsync("Tài khoản", [.. wanted.Where(w => !existing.Contains(w.Name))], Environment.ProcessorCount, async w =>
            made.Add(new(w.Name, await accounts.AddAsync(w.Name, w.Role, w.Unit, mustChange: false, cancellation: cancellation), w.Role, w.Unit)));
        people._people.AddRange(made.OrderBy(person => wanted.FindIndex(w => w.Name == person.Name)));
        Directory.CreateDirectory(target);
        await File.WriteAllLinesAsync(
            file, ["user,password,role,unit", .. people._people.Select(p => $"{p.Name},{p.Password},{p.Role},{p.Unit}")], new UTF8Encoding(false), cancellation);
        return people;
    }

    public void Print(TextWriter output, string target, string urls)
    {
        output.WriteLine($"Trang công khai: {urls}");
        output.WriteLine($"Đăng nhập: {urls}/dang-nhap (mọi tài khoản: {Path.Combine(target, FileName)})");
        foreach (var person in _people.GroupBy(p => p.Role).Select(g => g.First()))
            output.WriteLine($"  {person.Role,-10} {person.Name,-20} {person.Password}  {person.Unit}");
    }
}
