package summary

import (
	"slices"
	"strings"
	"unicode"
)

// Unknown stands for the place of a department whose name does not say it.
const Unknown = "未识别"

// Place is where a department belongs, as its name says: a district or county, in its
// city where the name has one. A name with a city only leaves District "".
type Place struct{ City, District string }

// Bodies whose names stand before the place. The longer come first where one begins
// with another.
var bodies = []string{
	"中国共产党", "中共", "中国共产主义青年团", "共青团", "中国人民政治协商会议", "人民政协", "政协", "国家税务总局",
	"中国国民党革命委员会", "中国民主同盟", "中国民主建国会", "中国民主促进会", "中国农工民主党", "中国致公党", "九三学社",
	"台湾民主自治同盟", "民革", "民盟", "民建", "民进", "农工党", "致公党", "台盟",
}

// Words that end like a district, a county, a banner or a city, and name none.
var noPlaces = []string{
	"社区", "小区", "景区", "园区", "保护区", "试验区", "实验区", "示范区", "开发区", "高新区", "经开区", "保税区", "管理区", "合作区", "度假区",
	"灌区", "军区", "库区", "校区", "院区", "辖区", "片区", "街区", "牧区", "疫区", "灾区", "功能区", "工业区", "产业区", "地区",
	"本县", "我县", "全县", "各县", "红旗", "国旗", "升旗", "超市",
}

// Districts with one character before the last: they are known by the city before them.
var shortDistricts = []string{"城区", "郊区", "矿区", "东区", "西区"}

// What follows 市 where it is part of another word: 市场监督管理局, 市容管理所.
var notAfterCity = []string{"场", "容", "值", "级", "集"}

// The same of 县: 县级储备库, 县域医共体.
var notAfterCounty = []string{"级", "域", "城"}

// The most characters of a name: 双江拉祜族佤族布朗族傣族自治县, 梅里斯达斡尔族区.
const (
	mostOfPlain = 5
	mostOfClan  = 16
)

// PlaceIn finds the place at the beginning of a name: 山东省日照市岚山区财政局. What
// is not clear is no place.
func PlaceIn(name string) (p Place, ok bool) {
	name = strings.TrimLeftFunc(name, func(r rune) bool { return !unicode.IsLetter(r) }) // 03、
	for again := true; again; {
		again = false
		for _, body := range bodies {
			if rest, cut := strings.CutPrefix(name, body); cut {
				name, again = rest, true
			}
		}
	}
	word, from := []rune(name), 0
	for i, r := range word {
		if !unicode.Is(unicode.Han, r) || i-from > mostOfClan {
			break
		}
		part, next := string(word[from:i+1]), ""
		if i+1 < len(word) {
			next = string(word[i+1])
		}
		switch r {
		case '省':
			if i-from >= 2 {
				from = i + 1
			}
		case '州', '盟', '市':
			if isCity(part, next) {
				if p.City != "" && r == '市' { // a city of a county's rank in another
					p.District = part
					return p, true
				}
				p.City, from = part, i+1
			}
		case '区', '县', '旗':
			switch {
			case strings.HasSuffix(part, "自治区") && i-from >= 4:
				from = i + 1
			case strings.HasSuffix(part, "地区") && i-from >= 3 && p.City == "":
				p.City, from = part, i+1
			case isDistrict(part, next, p.City != ""):
				p.District = part
				return p, true
			}
		}
	}
	return p, p.City != ""
}

func isCity(part, next string) bool {
	n := len([]rune(part))
	switch {
	case strings.HasSuffix(part, "州"):
		return strings.HasSuffix(part, "自治州")
	case strings.HasSuffix(part, "盟"):
		return n >= 3 && n <= 6 && !strings.HasSuffix(part, "联盟") && !strings.HasSuffix(part, "同盟")
	}
	return n >= 3 && n <= mostOfPlain+1 && !isNoPlace(part) && !slices.Contains(notAfterCity, next)
}

// isDistrict says whether part, the characters since the last place, is a district.
func isDistrict(part, next string, inCity bool) bool {
	n := len([]rune(part))
	switch {
	case slices.Contains(shortDistricts, part):
		return inCity
	case isNoPlace(part):
		return false
	case strings.HasSuffix(part, "县"):
		if slices.Contains(notAfterCounty, next) || n < 2 {
			return false
		}
	case n < 3:
		return false
	}
	clan := strings.HasSuffix(part, "族区") || strings.HasSuffix(part, "自治县") || strings.HasSuffix(part, "自治旗")
	return n <= mostOfPlain || clan && n <= mostOfClan
}

func isNoPlace(part string) bool {
	return slices.ContainsFunc(noPlaces, func(no string) bool { return strings.HasSuffix(part, no) })
}

// placeOf is where a report belongs: by the department's name, or else by the nearest
// of the folders in its file's name that says one.
func placeOf(department, file string) Place {
	if p, ok := PlaceIn(department); ok {
		return p
	}
	folders := strings.FieldsFunc(file, func(r rune) bool { return r == '/' || r == '\\' })
	for i := len(folders) - 2; i >= 0; i-- {
		if p, ok := PlaceIn(folders[i]); ok {
			return p
		}
	}
	return Place{}
}
