using System.Text;
using Dti.Assessment.Editions;

namespace Dti.Assessment.Tests.Editions;

public sealed class CanonicalJsonTests
{
    [Fact]
    public void The_example_of_RFC_8785_section_3_2_2_comes_out_as_printed_there()
    {
        const string input = """
            {
              "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
              "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
              "literals": [null, true, false]
            }
            """;
        Canonical(input).ShouldBe(
            """{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}""");
    }

    [Fact]
    public void Names_are_sorted_by_UTF_16_code_units_as_in_section_3_2_3()
    {
        const string input = """
            {"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One",
             "\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis"}
            """;
        string[] inOrder = ["Carriage Return", "\"1\":\"One\"", "Control", "Latin Small", "Euro Sign", "Grinning Face", "Hebrew Letter"];
        int[] places = [.. inOrder.Select(name => Canonical(input).IndexOf(name, StringComparison.Ordinal))];
        places.ShouldAllBe(place => place > 0);
        places.ShouldBe(places.Order());
    }

    [Fact]
    public void Only_what_must_be_escaped_is_escaped() =>
        Canonical("""["\u0008\u0009\u000a\u000c\u000d\u0000\u001F\u007f\u2028<>&+/Nghệ An"]""")
            .ShouldBe("[\"\\b\\t\\n\\f\\r\\u0000\\u001f\u007f\u2028<>&+/Nghệ An\"]");

    [Theory]
    [InlineData("-0", "0")]
    [InlineData("[]", "[]")]
    [InlineData("{ }", "{}")]
    [InlineData(" [ 1.0 , [ ] , [ 2 ] ] ", "[1,[],[2]]")]
    [InlineData("""{"b":1,"a":{"d":[],"c":null}}""", """{"a":{"c":null,"d":[]},"b":1}""")]
    [InlineData("\"\"", "\"\"")]
    public void Space_order_and_spelling_go(string input, string output) => Canonical(input).ShouldBe(output);

    [Fact]
    public void The_canonical_form_is_its_own_canonical_form()
    {
        string once = Canonical("""{"z":[1e21,0.1,"ề\u0301"],"a":{"ö":1,"o":2}}""");
        Canonical(once).ShouldBe(once);
    }

    [Theory]
    [InlineData("""{"a":1,"a":1}""", "duplicate-name")]
    [InlineData("""{"a":1,"\u0061":2}""", "duplicate-name")]
    [InlineData("""["\ud800"]""", "lone-surrogate")]
    [InlineData("""["\udc00\ud800"]""", "lone-surrogate")]
    [InlineData("""{"\udead":1}""", "lone-surrogate")]
    [InlineData("1e999", "not-finite")]
    [InlineData("-1e999", "not-finite")]
    [InlineData("NaN", "not-json")]
    [InlineData("", "not-json")]
    [InlineData("{\"a\":1,}", "not-json")]
    [InlineData("[1] [2]", "not-json")]
    [InlineData("/* c */ 1", "not-json")]
    [InlineData("\uFEFF1", "not-json")]
    public void What_has_no_canonical_form_is_refused(string input, string code) =>
        Should.Throw<CanonicalJsonException>(() => Canonical(input)).Code.ShouldBe(code);

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_refused() =>
        Should.Throw<CanonicalJsonException>(() => CanonicalJson.Canonicalise(new byte[] { (byte)'"', 0xC3, 0x28, (byte)'"' })).Code.ShouldBe("not-utf8");

    [Fact]
    public void A_thousand_levels_of_brackets_are_refused() =>
        Should.Throw<CanonicalJsonException>(() => Canonical(new string('[', 1000) + new string(']', 1000))).Code.ShouldBe("not-json");

    private static string Canonical(string json) => Encoding.UTF8.GetString(CanonicalJson.Canonicalise(Encoding.UTF8.GetBytes(json)));
}
