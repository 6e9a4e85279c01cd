using System.Net;
using Dti.Assessment.Storage;
using Microsoft.Extensions.Configuration;

namespace Dti.Assessment.Tests.Storage;

public sealed class StoreOptionsTests
{
    [Fact]
    public void Without_a_connection_string_the_data_folder_is_the_store()
    {
        var options = StoreOptions.From(Settings(), "var");
        options.UsesPostgres.ShouldBeFalse();
        options.ShouldBe(new StoreOptions { DataFolder = "var" });
    }

    [Fact]
    public void A_connection_string_names_postgres_and_the_ports_are_read()
    {
        var options = StoreOptions.From(
            Settings(("ConnectionStrings:Dti", "Host=db"), ("Dti:SiloPort", "11111"), ("Dti:GatewayPort", "30000"), ("Dti:AdvertisedAddress", "10.0.0.5")), "var");
        options.UsesPostgres.ShouldBeTrue();
        (options.SiloPort, options.GatewayPort, options.AdvertisedAddress).ShouldBe((11111, 30000, IPAddress.Parse("10.0.0.5")));
    }

    [Theory]
    [InlineData("Dti:SiloPort", "11,1")]
    [InlineData("Dti:SiloPort", "65536")]
    [InlineData("Dti:GatewayPort", "-1")]
    [InlineData("Dti:MaxBytes", "1e9")]
    [InlineData("Dti:AdvertisedAddress", "server one")]
    public void A_setting_that_cannot_be_read_is_named(string key, string text)
    {
        var fault = Should.Throw<StoreFault>(() => StoreOptions.From(Settings((key, text)), "var"));
        fault.Code.ShouldBe("bad_setting");
        fault.Message.ShouldContain(key);
        fault.Message.ShouldContain(text);
    }

    private static IConfiguration Settings(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => (string?)s.Value)).Build();
}
